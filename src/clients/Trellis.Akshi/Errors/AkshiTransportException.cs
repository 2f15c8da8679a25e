namespace Trellis.Akshi;

/// <summary>No usable answer arrived: the exchange broke off.</summary>
public class AkshiTransportException : AkshiException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AkshiTransportException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
