namespace Trellis.Akshi;

/// <summary>Too many requests (429). <see cref="TrellisException.RetryAfter"/> tells how long the runtime wants to be left alone.</summary>
public sealed class AkshiRateLimitException : AkshiApiException
{
    /// <inheritdoc cref="AkshiApiException(string, string, string, ErrorDetails)"/>
    public AkshiRateLimitException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, detail, body, details)
    {
    }
}
