namespace Trellis.Aerostack;

/// <summary>There is no credential to send, or it cannot be had. One that the server refuses is an error of the server's.</summary>
public sealed class AerostackCredentialException : AerostackException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AerostackCredentialException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
