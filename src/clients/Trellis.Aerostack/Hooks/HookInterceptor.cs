namespace Trellis.Aerostack;

/// <summary>Lets a client's hooks take part in its calls, and writes its debug log. Safe for concurrent use if the hooks are.</summary>
internal sealed class HookInterceptor : ExchangeInterceptor
{
    private readonly AerostackClientOptions _options;
    private readonly AerostackHooks _hooks;
    private readonly DebugTrace? _trace;

    private HookInterceptor(AerostackClientOptions options)
    {
        (_options, _hooks) = (options, options.SdkHooks);
        _trace = options.DebugLogger is { } logger ? new DebugTrace(logger) : null;
    }

    /// <summary>The interceptor of these options; <see langword="null"/> when there is nothing for it to do.</summary>
    public static HookInterceptor? For(AerostackClientOptions options) =>
        options.SdkHooks.IsEmpty && options.DebugLogger is null ? null : new HookInterceptor(options);

    public override HttpRequestMessage BeforeRequest(CallState call, HttpRequestMessage request)
    {
        request = _hooks.RunBeforeRequest(Context(call), request);
        _trace?.Sending(request, call);
        return request;
    }

    public override HttpResponseMessage AfterSuccess(CallState call, HttpResponseMessage response) =>
        _hooks.RunAfterSuccess(Context(call), response);

    public override (HttpResponseMessage? Response, Exception? Error) AfterError(CallState call, HttpResponseMessage? response, Exception? error)
    {
        if (error is not null)
        {
            _trace?.Failed(call, error);
        }

        var outcome = _hooks.RunAfterError(Context(call), new(response, error));
        return (outcome.Response, outcome.Error);
    }

    public override Exception CreateNoResponseException() => new AerostackNoResponseException();

    public override void Received(CallState call, HttpResponseMessage response, ReadOnlyMemory<byte>? body) => _trace?.Received(response, call, body);

    private AerostackHookContext Context(CallState call) =>
        new(_options, OperationIds.Of(call.Operation), call.Overrides?.BaseUrl ?? _options.BaseUrl, call.Attempt);
}
