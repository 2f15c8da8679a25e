namespace Trellis.Server.Kernel.Models;

/// <summary>
/// The upstream gave no usable answer. Its own refusals keep status, message, type, parameter and code where they concern the caller's
/// request; what concerns the server's own access (credentials, quota, address) becomes 502, so that it cannot be mistaken for the
/// caller's. A failed request uses no tokens.
/// </summary>
public sealed class ChatFailure : ChatResult
{
    internal ChatFailure(OpenAiError error, TimeSpan? retryAfter = null)
    {
        Error = error;
        RetryAfter = retryAfter;
    }

    /// <summary>The error to answer with.</summary>
    public OpenAiError Error { get; }

    /// <summary>How long the upstream asks to wait before the next attempt, whole seconds; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
