namespace Trellis.Aerostack;

/// <summary>The way to the server that all parts of one client share. Safe for concurrent use.</summary>
internal sealed class AerostackConnection : IDisposable
{
    private readonly ApiConnection _api;
    private readonly Lazy<ApiConnection> _gateway;
    private readonly HttpMessageInvoker? _own;
    private readonly CallOverrides? _defaults;
    private volatile bool _isDisposed;

    /// <summary>Builds the connection from options that are its own from here on.</summary>
    /// <param name="options">A copy; its base URL is the server's.</param>
    /// <param name="invoker">What sends; a caller's <see cref="HttpClient"/> stays his. <see langword="null"/> to make one.</param>
    public AerostackConnection(AerostackClientOptions options, HttpMessageInvoker? invoker)
    {
        options.Validate();
        var made = invoker ?? HttpInvokerFactory.Create(options);
        _own = made is HttpClient ? null : made;
        (options.BaseUrl, Invoker) = options.SdkHooks.Initialize(options.BaseUrl, made);
        Options = options;
        Operations = options.StrictResponses ? AerostackOperations.Strict : AerostackOperations.Tolerant;
        _defaults = BackoffSchedule.For(options.Retries) is { } schedule ? new CallOverrides { Retries = schedule } : null;
        _api = new ApiConnection(new AerostackProtocol(options), options, Invoker, interceptor: HookInterceptor.For(options));
        _gateway = new Lazy<ApiConnection>(CreateGateway);
    }

    public AerostackClientOptions Options { get; }

    public AerostackOperations Operations { get; }

    public HttpMessageInvoker Invoker { get; }

    /// <summary>Makes a call, waiting for nothing on this thread.</summary>
    public Task<T> SendAsync<T>(ApiRequest<T> request, AerostackCallOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AerostackClient));
        return _api.SendAsync(request with { Overrides = Overrides(request.Overrides, options) }, cancellationToken);
    }

    /// <summary>Makes a call on this thread.</summary>
    public T Send<T>(ApiRequest<T> request, AerostackCallOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AerostackClient));
        return _api.Send(request with { Overrides = Overrides(request.Overrides, options) }, cancellationToken);
    }

    /// <summary>Makes a call whose answer is read as it arrives.</summary>
    public ValueTask<OpenResponse> OpenAsync(ApiRequest<OpenResponse> request, AerostackCallOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AerostackClient));
        return _api.OpenAsync(request with { Overrides = Overrides(request.Overrides, options) }, cancellationToken);
    }

    /// <summary>Makes a call to the gateway, in the form that <paramref name="transfer"/> is.</summary>
    /// <param name="request">The call.</param>
    /// <param name="addsKey">Whether the project's key goes along.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="transfer">The form.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    public async ValueTask<T> SendToGatewayAsync<T>(
        ApiRequest<T> request, bool addsKey, AerostackCallOptions? options, Transfer transfer, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AerostackClient));
        var complete = await CompleteAsync(request.Overrides, addsKey, options, transfer, cancellationToken).ConfigureAwait(false);
        return await _gateway.Value.SendAsync(request with { Overrides = complete }, transfer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a call to the gateway whose answer is read as it arrives.</summary>
    public async ValueTask<OpenResponse> OpenGatewayAsync(
        ApiRequest<OpenResponse> request, bool addsKey, AerostackCallOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AerostackClient));
        var complete = await CompleteAsync(request.Overrides, addsKey, options, Transfer.Async, cancellationToken).ConfigureAwait(false);
        return await _gateway.Value.OpenAsync(request with { Overrides = complete }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What leads a call to the paths beside the API.</summary>
    public CallOverrides PlatformOverrides(AerostackCallOptions? options, IReadOnlyDictionary<string, string>? headers = null) => new()
    {
        BaseUrl = ApiHost.Of(options?.ServerUrl is { } url ? Checked(url) : Options.BaseUrl),
        Headers = headers,
    };

    public void Dispose()
    {
        _isDisposed = true;
        _own?.Dispose();
    }

    private ApiConnection CreateGateway()
    {
        var token = Options.ConsumerKey ?? Options.UserToken ?? throw GatewayProtocol.MissingCredential("There is no credential.");
        return new(new GatewayProtocol(Options), Options.With(token), Invoker, interceptor: HookInterceptor.For(Options));
    }

    private async ValueTask<CallOverrides?> CompleteAsync(
        CallOverrides? overrides, bool addsKey, AerostackCallOptions? options, Transfer transfer, CancellationToken cancellationToken)
    {
        // The key is an addition here: a synchronous call goes without one that only an asynchronous callback knows.
        if (addsKey
            && !(Options.Token!.IsAsynchronous && transfer == Transfer.Blocking)
            && await transfer.GetTokenAsync(Options.Token, cancellationToken).ConfigureAwait(false) is { Length: > 0 } key)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [AerostackHeaders.Key] = key };
            overrides = new CallOverrides { BaseUrl = overrides?.BaseUrl, Headers = Merge(overrides?.Headers, headers) };
        }

        return Overrides(overrides, options);
    }

    private CallOverrides? Overrides(CallOverrides? operations, AerostackCallOptions? options)
    {
        if (operations is null && options is null)
        {
            return _defaults;
        }

        return new CallOverrides
        {
            BaseUrl = operations?.BaseUrl ?? (options?.ServerUrl is { } url ? Checked(url) : null),
            AttemptTimeout = options?.Timeout,
            Retries = options is { SetsRetries: true } ? BackoffSchedule.For(options.Retries) : _defaults?.Retries,
            Headers = Merge(operations?.Headers, options?.Headers),
        };
    }

    private static Uri Checked(Uri url) =>
        url is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? url
            : throw new ArgumentException($"{nameof(AerostackCallOptions.ServerUrl)} must be an absolute http or https address alone, but is '{url}'.");

    private static IReadOnlyDictionary<string, string>? Merge(IReadOnlyDictionary<string, string>? operations, IReadOnlyDictionary<string, string>? callers)
    {
        if (operations is null || callers is null or { Count: 0 })
        {
            return operations ?? callers;
        }

        var merged = new Dictionary<string, string>(operations, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in callers)
        {
            merged[name] = value;
        }

        return merged;
    }
}
