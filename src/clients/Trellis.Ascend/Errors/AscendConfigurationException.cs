using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>The client is set up in a way in which it must not work; known before anything is sent.</summary>
public sealed class AscendConfigurationException : AscendException
{
    /// <inheritdoc cref="AscendException(string, JsonElement?, ErrorDetails, Exception)"/>
    public AscendConfigurationException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.Configuration, message, body, details, innerException)
    {
    }
}
