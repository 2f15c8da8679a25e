namespace Trellis.Akshi;

/// <summary>Too many requests (429). <see cref="TrellisException.RetryAfter"/> tells how long the runtime wants to be left alone.</summary>
public sealed class AkshiRateLimitException : AkshiApiException
{
    internal AkshiRateLimitException(string message, ApiError error, ErrorDetails? details)
        : base(message, error, details)
    {
    }
}
