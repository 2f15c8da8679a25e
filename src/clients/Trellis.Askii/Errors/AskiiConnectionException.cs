namespace Trellis.Askii;

/// <summary>No connection could be made: name resolution, refusal or TLS. Reads are retried.</summary>
public sealed class AskiiConnectionException : AskiiTransportException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AskiiConnectionException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
