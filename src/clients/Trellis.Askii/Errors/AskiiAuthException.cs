using System.Text.Json;

namespace Trellis.Askii;

/// <summary>The token was refused (401, 403), or there is none to send (<see cref="TrellisException.Status"/> is 0).</summary>
public sealed class AskiiAuthException : AskiiApiException
{
    /// <inheritdoc cref="AskiiApiException(string, JsonElement?, ErrorDetails)"/>
    public AskiiAuthException(string message, JsonElement? detail = null, ErrorDetails? details = null)
        : base(message, detail, details)
    {
    }
}
