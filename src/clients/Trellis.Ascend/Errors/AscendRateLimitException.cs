using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>
/// Too many requests (429), after all retries. <see cref="TrellisException.RetryAfter"/> is what the server asked for, uncapped, and one
/// minute when it did not say (contract section 4.3).
/// </summary>
public sealed class AscendRateLimitException : AscendException
{
    /// <inheritdoc cref="AscendException(string, JsonElement?, ErrorDetails, Exception)"/>
    public AscendRateLimitException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.RateLimit, message, body, details, innerException)
    {
    }
}
