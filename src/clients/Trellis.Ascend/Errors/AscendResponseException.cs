using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>
/// An answer arrived that is not what the contract says: a success that is not JSON or of another shape, or a redirect. Never taken for
/// a decision, and never retried.
/// </summary>
public sealed class AscendResponseException : AscendException
{
    /// <inheritdoc cref="AscendException(string, JsonElement?, ErrorDetails, Exception)"/>
    public AscendResponseException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.Response, message, body, details, innerException)
    {
    }
}
