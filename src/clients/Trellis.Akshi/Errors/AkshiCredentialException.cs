namespace Trellis.Akshi;

/// <summary>There is a credential that cannot be had: an asynchronous callback for a synchronous method. Nothing was sent.</summary>
public sealed class AkshiCredentialException : AkshiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public AkshiCredentialException(string message)
        : base(message, null, null)
    {
    }
}
