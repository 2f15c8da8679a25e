using System.Text.Json;

namespace Trellis.Askii;

/// <summary>There is no such key or path (404).</summary>
public sealed class AskiiNotFoundException : AskiiApiException
{
    /// <inheritdoc cref="AskiiApiException(string, JsonElement?, ErrorDetails)"/>
    public AskiiNotFoundException(string message, JsonElement? detail = null, ErrorDetails? details = null)
        : base(message, detail, details)
    {
    }
}
