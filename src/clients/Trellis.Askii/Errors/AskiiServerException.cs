using System.Text.Json;

namespace Trellis.Askii;

/// <summary>The server failed (500 to 599).</summary>
public sealed class AskiiServerException : AskiiApiException
{
    /// <inheritdoc cref="AskiiApiException(string, JsonElement?, ErrorDetails)"/>
    public AskiiServerException(string message, JsonElement? detail = null, ErrorDetails? details = null)
        : base(message, detail, details)
    {
    }
}
