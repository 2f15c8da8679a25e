using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>The server failed (500 to 599), after all retries.</summary>
public sealed class AscendServerException : AscendException
{
    /// <inheritdoc cref="AscendException(string, JsonElement?, ErrorDetails, Exception)"/>
    public AscendServerException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.Server, message, body, details, innerException)
    {
    }
}
