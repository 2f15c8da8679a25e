namespace Trellis.Askii;

/// <summary>No usable answer arrived: the exchange broke off, or a successful answer was not JSON.</summary>
public class AskiiTransportException : AskiiException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AskiiTransportException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
