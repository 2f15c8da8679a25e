using System.Text.Json;

namespace Trellis;

/// <summary>
/// The flow of a call, the same for every platform and for both forms, synchronous and asynchronous: token, cache, attempts, decoding,
/// and one value or one throw. Safe for concurrent use.
/// </summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly ApiProtocol _protocol;
    private readonly ClientOptions _options;
    private readonly TokenSource? _token;
    private readonly HttpMessageInvoker _invoker;
    private readonly EndpointMap _endpoints;
    private readonly ResponseCache _cache;
    private readonly HookRunner _hooks;
    private readonly AttemptLoop _attempts;
    private readonly ClientTelemetry _telemetry;

    /// <summary>Builds the connection from options that are its own from here on.</summary>
    /// <param name="protocol">What is particular to the platform.</param>
    /// <param name="options">Checked here; the caller hands over a copy.</param>
    /// <param name="invoker">
    /// What sends: an <see cref="HttpClient"/> of the caller's, who keeps it and has set it up; or a bare invoker, which this connection
    /// sets up and disposes; <see langword="null"/> to make one.
    /// </param>
    /// <param name="breaker">What refuses attempts while the server is down; <see langword="null"/> for nothing.</param>
    /// <param name="interceptor">What may look at each exchange and change it; <see langword="null"/> for nothing.</param>
    public ApiConnection(
        ApiProtocol protocol,
        ClientOptions options,
        HttpMessageInvoker? invoker,
        CircuitBreaker? breaker = null,
        ExchangeInterceptor? interceptor = null)
    {
        options.Validate();
        _token = options.Token switch
        {
            null or { IsEmpty: true } when !protocol.NeedsCredential => null,
            null => throw protocol.CreateCredentialException("No token was given."),
            { IsEmpty: true } => throw protocol.CreateCredentialException("The token is empty."),
            var token => token,
        };
        _protocol = protocol;
        _options = options;
        _invoker = invoker ?? HttpInvokerFactory.Create(options);
        _endpoints = new EndpointMap(options.BaseUrl);
        var logger = options.LoggerFactory.CreateLogger($"{protocol.Name}.transport");
        _hooks = new HookRunner(options.Hooks, options.LoggerFactory.CreateLogger($"{protocol.Name}.hooks"));
        var exchange = new HttpExchange(protocol, options, _invoker, _hooks, logger, interceptor);
        _attempts = new AttemptLoop(protocol, options, exchange, _hooks, breaker);
        _cache = new ResponseCache(protocol.Name, options, logger);
        _telemetry = ClientTelemetry.For(protocol.Name);
    }

    /// <summary>Another protocol or token over what this connection sends with. It lives as long as this one and is not to be disposed.</summary>
    public ApiConnection Share(ApiProtocol protocol, ClientOptions options) => new(protocol, options, _invoker);

    /// <summary>Makes a call, waiting for nothing on this thread.</summary>
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken) =>
        SendAsync(request, Transfer.Async, cancellationToken).AsTask();

    /// <summary>Makes a call on this thread.</summary>
    public T Send<T>(ApiRequest<T> request, CancellationToken cancellationToken) =>
        Transfer.Finish(SendAsync(request, Transfer.Blocking, cancellationToken));

    /// <summary>Makes a call in the form that <paramref name="transfer"/> is, as a part of something larger that is written once for both.</summary>
    public ValueTask<T> SendAsync<T>(ApiRequest<T> request, Transfer transfer, CancellationToken cancellationToken) =>
        SendAsync(request, transfer, keepsOpen: false, cancellationToken);

    /// <summary>
    /// Makes a call and returns once a successful response has begun, for a body that is read as it arrives. What follows is not repeated.
    /// </summary>
    public ValueTask<OpenResponse> OpenAsync(ApiRequest<OpenResponse> request, CancellationToken cancellationToken) =>
        OpenAsync(request, Transfer.Async, cancellationToken);

    /// <summary>The same in the form that <paramref name="transfer"/> is; the body is then read in that form too.</summary>
    public ValueTask<OpenResponse> OpenAsync(ApiRequest<OpenResponse> request, Transfer transfer, CancellationToken cancellationToken) =>
        SendAsync(request, transfer, keepsOpen: true, cancellationToken);

    private async ValueTask<T> SendAsync<T>(ApiRequest<T> request, Transfer transfer, bool keepsOpen, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var path = request.Path ?? operation.Path;
        var address = request.Overrides?.BaseUrl is { } baseUrl
            ? new EndpointMap(baseUrl).Resolve(path, keep: false)
            : _endpoints.Resolve(path, keep: request.Path is null);
        var correlationId = _protocol.CorrelatesAttempts ? "" : Correlation.EnsureBound();
        var token = await GetTokenAsync(transfer, cancellationToken).ConfigureAwait(false);

        CacheEntry entry = default;
        if (request.Cache is { } policy)
        {
            entry = await _cache.LookUpAsync(policy, new Secret(token), transfer, cancellationToken).ConfigureAwait(false);
            if (entry.Answer is { } answer && TryDecode(answer, operation, out var cached))
            {
                _hooks.CacheHit(entry.Key);
                return cached;
            }

            _hooks.CacheMiss(entry.Key);
        }

        var body = new PooledBuffer();
        if (request.Form is null)
        {
            _protocol.WriteBody(body, request.Body, token);
        }

        var call = new CallState
        {
            Operation = operation.Name,
            Method = operation.Method,
            Path = path,
            Address = address,
            Token = token,
            CorrelationId = correlationId,
            IdempotencyKey = request.IdempotencyKey,
            Transfer = transfer,
            Started = _options.TimeProvider.GetTimestamp(),
            Body = body,
            Content = (body.Length > 0 || _protocol.DeclaresMissingBody) && request.Form is null ? new PooledContent(body) : null,
            KeepAnswer = request.Cache is not null,
            Destination = request.Destination,
            Progress = request.Progress,
            Form = request.Form,
            KeepsOpen = keepsOpen,
            SuccessStatus = operation.SuccessStatus,
            DeclaredErrors = operation.DeclaredErrors,
            Overrides = request.Overrides,
        };
        var observation = _telemetry.Start(call, _options.TimeProvider);
        try
        {
            var value = await _attempts.RunAsync(operation, call, cancellationToken).ConfigureAwait(false);
            if (call.Answer is not null)
            {
                await _cache.StoreAsync(entry, request.Cache!, call.Answer, transfer, cancellationToken).ConfigureAwait(false);
            }

            return value;
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
        finally
        {
            observation.Dispose();
            if (call.Form is { } form)
            {
                await form.EndAsync(transfer).ConfigureAwait(false);
                form.Dispose();
            }

            Release(call);
            if (operation.Invalidates is { } resource && call.MayHaveTakenEffect)
            {
                await _cache.InvalidateAsync(resource, new Secret(token), transfer).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        if (_invoker is not HttpClient)
        {
            _invoker.Dispose();
        }
    }

    private async ValueTask<string> GetTokenAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        if (_token is null)
        {
            return "";
        }

        if (_token.IsAsynchronous && transfer == Transfer.Blocking)
        {
            throw _protocol.CreateCredentialException(
                "The token comes from an asynchronous callback, which a synchronous method cannot wait for. " +
                "Call the method's Async form, or give the client a synchronous callback.");
        }

        var token = await transfer.GetTokenAsync(_token, cancellationToken).ConfigureAwait(false);
        return !string.IsNullOrEmpty(token) ? token
            : _protocol.NeedsCredential ? throw _protocol.CreateCredentialException("The token callback returned no token.")
            : "";
    }

    private bool TryDecode<T>(byte[] answer, ApiOperation<T> operation, out T value)
    {
        try
        {
            value = _protocol.Decode(answer, 200, operation.ResponseType);
            return true;
        }
        catch (JsonException)
        {
            // Written by another version, or by somebody else: the server knows better.
            value = default!;
            return false;
        }
    }

    private static void Release(CallState call)
    {
        if (call.Content is null)
        {
            call.Body.Dispose();
        }
        else
        {
            call.Content.Release();
        }
    }
}
