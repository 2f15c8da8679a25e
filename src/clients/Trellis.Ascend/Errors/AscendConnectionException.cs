using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>
/// The server cannot be reached, or the exchange broke off, after all retries. The network's own error is the
/// <see cref="Exception.InnerException"/>.
/// </summary>
public sealed class AscendConnectionException : AscendException
{
    /// <inheritdoc cref="AscendException(string, JsonElement?, ErrorDetails, Exception)"/>
    public AscendConnectionException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.Connection, message, body, details, innerException)
    {
    }
}
