namespace Trellis.Aerostack;

/// <summary>No connection could be made: name resolution, refusal or TLS.</summary>
public sealed class AerostackConnectionException : AerostackTransportException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AerostackConnectionException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
