using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>
/// The flow of a call, the same for every platform and for both forms, synchronous and asynchronous: token, cache, attempts, decoding,
/// and one value or one throw. Safe for concurrent use.
/// </summary>
internal sealed class ApiConnection : IDisposable
{
    // Enough for any error a server means to be read; what follows is cut.
    private const int MaxErrorBytes = 64 * 1024;

    private readonly ApiProtocol _protocol;
    private readonly ClientOptions _options;
    private readonly TokenSource _token;
    private readonly HttpMessageInvoker _invoker;
    private readonly bool _isCallersClient;
    private readonly EndpointMap _endpoints;
    private readonly ResponseCache _cache;
    private readonly HookRunner _hooks;
    private readonly ClientTelemetry _telemetry;
    private readonly ILogger _logger;

    /// <summary>Builds the connection from options that are its own from here on.</summary>
    /// <param name="protocol">What is particular to the platform.</param>
    /// <param name="options">Checked here; the caller hands over a copy.</param>
    /// <param name="invoker">
    /// What sends: an <see cref="HttpClient"/> of the caller's, who keeps it and has set it up; or a bare invoker, which this connection
    /// sets up and disposes; <see langword="null"/> to make one.
    /// </param>
    public ApiConnection(ApiProtocol protocol, ClientOptions options, HttpMessageInvoker? invoker)
    {
        options.Validate();
        _token = options.Token switch
        {
            null => throw protocol.CreateCredentialException("No token was given."),
            { IsEmpty: true } => throw protocol.CreateCredentialException("The token is empty."),
            var token => token,
        };
        _protocol = protocol;
        _options = options;
        _invoker = invoker ?? HttpInvokerFactory.Create(options);
        _isCallersClient = invoker is HttpClient;
        _endpoints = new EndpointMap(options.BaseUrl);
        _logger = options.LoggerFactory.CreateLogger($"{protocol.Name}.transport");
        _hooks = new HookRunner(options.Hooks, options.LoggerFactory.CreateLogger($"{protocol.Name}.hooks"));
        _cache = new ResponseCache(protocol.Name, options, _logger);
        _telemetry = ClientTelemetry.For(protocol.Name);
    }

    /// <summary>Makes a call, waiting for nothing on this thread.</summary>
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken) =>
        ExecuteAsync(request, Transfer.Async, cancellationToken).AsTask();

    /// <summary>Makes a call on this thread.</summary>
    public T Send<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        var call = ExecuteAsync(request, Transfer.Blocking, cancellationToken);
        Debug.Assert(call.IsCompleted, "A blocking transfer never leaves anything to wait for.");
        return call.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (!_isCallersClient)
        {
            _invoker.Dispose();
        }
    }

    private async ValueTask<T> ExecuteAsync<T>(ApiRequest<T> request, Transfer transfer, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var address = _endpoints.Resolve(operation.Path);
        var correlationId = Correlation.EnsureBound();
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
        _protocol.WriteBody(body, request.Body, token);
        var call = new CallState
        {
            Operation = operation.Name,
            Method = operation.Method,
            Path = operation.Path,
            Address = address,
            Token = token,
            CorrelationId = correlationId,
            Transfer = transfer,
            Started = _options.TimeProvider.GetTimestamp(),
            Body = body,
            Content = body.Length > 0 ? new PooledContent(body) : null,
            KeepAnswer = request.Cache is not null,
        };
        var observation = _telemetry.Start(call, _options.TimeProvider);
        try
        {
            var value = await RunAttemptsAsync(operation, call, cancellationToken).ConfigureAwait(false);
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
            Release(call);
            if (operation.Invalidates is { } resource && call.MayHaveTakenEffect)
            {
                await _cache.InvalidateAsync(resource, new Secret(token), transfer).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<string> GetTokenAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        if (_token.IsAsynchronous && transfer == Transfer.Blocking)
        {
            throw _protocol.CreateCredentialException(
                "The token comes from an asynchronous callback, which a synchronous method cannot wait for. " +
                "Call the method's Async form, or give the client a synchronous callback.");
        }

        var token = await transfer.GetTokenAsync(_token, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(token) ? throw _protocol.CreateCredentialException("The token callback returned no token.") : token;
    }

    private async ValueTask<T> RunAttemptsAsync<T>(ApiOperation<T> operation, CallState call, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                call.Attempt++;
                call.Status = 0;
                call.MayHaveTakenEffect = true;
                var outcome = await AttemptAsync(operation, call, cancellationToken).ConfigureAwait(false);
                if (!outcome.Failed)
                {
                    return outcome.Value!;
                }

                call.MayHaveTakenEffect = outcome.Failure is not ({ Kind: FailureKind.Connect } or { Status: >= 400 and < 500 });
                if (!ShouldRetry(operation.IsIdempotent, outcome.Failure, call, out var delay))
                {
                    throw Failed(outcome.Failure, call);
                }

                if (_hooks.WatchesRetries)
                {
                    var exception = _protocol.CreateException(outcome.Failure, call.ToFailedCall());
                    _hooks.Retry(new(call.Method.Method, call.Path, call.CorrelationId, call.Attempt + 1, delay, exception));
                }

                await call.Transfer.DelayAsync(_options.TimeProvider, delay, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not TrellisException)
        {
            _hooks.Error(exception);
            throw;
        }
    }

    /// <summary>The exception of a call that has failed for good; the error hook has seen it.</summary>
    private Exception Failed(ApiFailure failure, CallState call)
    {
        var exception = _protocol.CreateException(failure, call.ToFailedCall());
        if (failure.Kind != FailureKind.Schema)
        {
            _hooks.Error(exception);
        }

        return exception;
    }

    private bool ShouldRetry(bool idempotent, ApiFailure failure, CallState call, out TimeSpan delay)
    {
        delay = default;
        return idempotent
            && call.Attempt < _options.MaxAttempts
            && failure is not { Kind: FailureKind.Timeout, Timeout: TimeoutKind.Total }
            && _protocol.ShouldRetry(failure, call.Attempt, _options.Randomness, out delay)
            && (_options.TotalTimeout == Timeout.InfiniteTimeSpan || Elapsed(call) + delay < _options.TotalTimeout);
    }

    private async ValueTask<Outcome<T>> AttemptAsync<T>(ApiOperation<T> operation, CallState call, CancellationToken cancellationToken)
    {
        using var deadline = AttemptDeadline.Start(_options, Elapsed(call), cancellationToken);
        try
        {
            // Not disposed: that would dispose the body, which the next attempt sends again.
            var request = CreateRequest(call);
            _hooks.Request(new(call.Method.Method, call.Path, call.CorrelationId, call.Attempt));
            var sent = _options.TimeProvider.GetTimestamp();
            using var response = await call.Transfer.SendAsync(_invoker, request, deadline.Token).ConfigureAwait(false);
            Report(response, call, sent);
            return await ReadAsync(operation, call, response, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception) when (deadline.Token.IsCancellationRequested)
        {
            return Outcome<T>.Fail(new() { Kind = FailureKind.Timeout, Timeout = deadline.Kind, TimeoutValue = deadline.Value, Cause = exception });
        }
        catch (OperationCanceledException exception)
        {
            // Neither the caller nor our clock: the handler's connect timeout, or the own timeout of a caller's HttpClient.
            var kind = _isCallersClient ? TimeoutKind.Attempt : TimeoutKind.Connect;
            var value = _invoker is HttpClient client ? client.Timeout : _options.ConnectTimeout;
            return Outcome<T>.Fail(new() { Kind = FailureKind.Timeout, Timeout = kind, TimeoutValue = value, Cause = exception });
        }
        catch (Exception exception) when (TransportFailure.Covers(exception))
        {
            return Outcome<T>.Fail(TransportFailure.From(exception));
        }
    }

    private HttpRequestMessage CreateRequest(CallState call)
    {
        var request = new HttpRequestMessage(call.Method, call.Address) { Content = call.Content };
        if (_invoker is HttpClient client)
        {
            (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        }
        else
        {
            (request.Version, request.VersionPolicy) = (_options.Http2 ? HttpVersion.Version20 : HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower);
            request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        if (!call.Transfer.SpeaksHttp2)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower);
        }

        request.Headers.TryAddWithoutValidation(HeaderNames.CorrelationId, call.CorrelationId);
        _protocol.PrepareHeaders(request, call.Body.Span, call.Token);
        return request;
    }

    private void Report(HttpResponseMessage response, CallState call, long sent)
    {
        var status = call.Status = (int)response.StatusCode;
        var elapsed = _options.TimeProvider.GetElapsedTime(sent);
        var requestId = ResponseReader.Header(response, HeaderNames.RequestId) ?? ResponseReader.Header(response, "request-id");
        _hooks.Response(new(call.Method.Method, call.Path, call.CorrelationId, call.Attempt, status, elapsed, requestId));
        Log.Exchanged(_logger, _protocol.Name, call, status, elapsed, requestId);
    }

    private async ValueTask<Outcome<T>> ReadAsync<T>(
        ApiOperation<T> operation, CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var success = _protocol.IsSuccess(status);
        var limit = success ? _options.MaxResponseBytes : MaxErrorBytes;
        using var buffer = new PooledBuffer(ResponseReader.UsualSize);
        var whole = await ResponseReader.ReadAsync(response, buffer, limit, call.Transfer, cancellationToken).ConfigureAwait(false);
        if (!success)
        {
            return Outcome<T>.Fail(StatusFailure(FailureKind.Status, response, buffer, null));
        }

        if (!whole)
        {
            var tooLarge = new InvalidDataException($"The response is larger than {_options.MaxResponseBytes} bytes ({nameof(ClientOptions.MaxResponseBytes)}).");
            return Outcome<T>.Fail(StatusFailure(FailureKind.Content, response, null, tooLarge));
        }

        try
        {
            var value = _protocol.Decode(buffer.Span, status, operation.ResponseType);
            if (call.KeepAnswer)
            {
                call.Answer = buffer.Span.ToArray();
            }

            return Outcome<T>.Success(value);
        }
        catch (JsonException exception)
        {
            var kind = JsonText.IsWellFormed(buffer.Span) ? FailureKind.Schema : FailureKind.Content;
            return Outcome<T>.Fail(StatusFailure(kind, response, buffer, exception));
        }
    }

    private ApiFailure StatusFailure(FailureKind kind, HttpResponseMessage response, PooledBuffer? body, Exception? cause) => new()
    {
        Kind = kind,
        Status = (int)response.StatusCode,
        Body = body?.Span[..Math.Min(body.Length, MaxErrorBytes)].ToArray(),
        Headers = ResponseReader.Headers(response),
        RetryAfter = RetryAfterParser.Parse(ResponseReader.Header(response, HeaderNames.RetryAfter), _options.TimeProvider),
        Cause = cause,
    };

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

    private TimeSpan Elapsed(CallState call) => _options.TimeProvider.GetElapsedTime(call.Started);

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
