using System.Text.Json;

namespace Trellis.Askii;

/// <summary>Too many requests (429). <see cref="TrellisException.RetryAfter"/> says when to come back, if the server said it.</summary>
public sealed class AskiiRateLimitException : AskiiApiException
{
    /// <inheritdoc cref="AskiiApiException(string, JsonElement?, ErrorDetails)"/>
    public AskiiRateLimitException(string message, JsonElement? detail = null, ErrorDetails? details = null)
        : base(message, detail, details)
    {
    }
}
