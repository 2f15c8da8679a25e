namespace Trellis.Aerostack;

/// <summary>No usable response arrived: the exchange broke off. <see cref="Exception.InnerException"/> is what the HTTP stack threw.</summary>
public class AerostackTransportException : AerostackException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AerostackTransportException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
