namespace Trellis;

/// <summary>
/// Callbacks that watch a client's calls, for tests, metrics and debugging; all optional. They run on the calling thread and should be
/// quick. One that throws is logged as a warning and otherwise ignored: it never breaks a call. Set them before the client is built.
/// </summary>
public sealed class ClientHooks
{
    /// <summary>Before each attempt.</summary>
    public Action<RequestEvent>? OnRequest { get; set; }

    /// <summary>After each HTTP response of any status, before its body is read; not after a network failure.</summary>
    public Action<ResponseEvent>? OnResponse { get; set; }

    /// <summary>Once per planned retry, before the wait.</summary>
    public Action<RetryEvent>? OnRetry { get; set; }

    /// <summary>A cached call found its answer; the argument is the cache key.</summary>
    public Action<string>? OnCacheHit { get; set; }

    /// <summary>A cached call did not find its answer; the argument is the cache key.</summary>
    public Action<string>? OnCacheMiss { get; set; }

    /// <summary>
    /// Once per call that fails in sending, receiving or parsing, after the last attempt, cancellation included. Not for arguments that
    /// are refused before anything is sent, credentials that cannot be had, or a response of an unexpected shape.
    /// </summary>
    public Action<Exception>? OnError { get; set; }

    internal ClientHooks Copy() => (ClientHooks)MemberwiseClone();
}
