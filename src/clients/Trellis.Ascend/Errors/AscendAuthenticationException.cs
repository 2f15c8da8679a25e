using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>The key was refused (401), or there is none to send (<see cref="TrellisException.Status"/> is 0).</summary>
public sealed class AscendAuthenticationException : AscendException
{
    /// <inheritdoc cref="AscendException(string, JsonElement?, ErrorDetails, Exception)"/>
    public AscendAuthenticationException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.Authentication, message, body, details, innerException)
    {
    }
}
