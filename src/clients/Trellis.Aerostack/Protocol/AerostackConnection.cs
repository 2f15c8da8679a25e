namespace Trellis.Aerostack;

/// <summary>The way to the server that all parts of one client share. Safe for concurrent use.</summary>
internal sealed class AerostackConnection : IDisposable
{
    private readonly ApiConnection _api;
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

    public void Dispose()
    {
        _isDisposed = true;
        _own?.Dispose();
    }

    private CallOverrides? Overrides(CallOverrides? operations, AerostackCallOptions? options)
    {
        if (operations is null && options is null)
        {
            return _defaults;
        }

        return new CallOverrides
        {
            BaseUrl = options?.ServerUrl is { } url ? Checked(url) : operations?.BaseUrl,
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
