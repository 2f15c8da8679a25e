namespace Trellis.Akshi;

/// <summary>No connection could be made: name resolution, refusal or TLS.</summary>
public sealed class AkshiConnectionException : AkshiTransportException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AkshiConnectionException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
