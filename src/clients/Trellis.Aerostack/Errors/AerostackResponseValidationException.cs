namespace Trellis.Aerostack;

/// <summary>
/// The body of a success, or of an error that the operation declares, is not what the API's description says. Usually the versions of
/// client and server do not match. <see cref="Exception.InnerException"/> is what could not be read.
/// </summary>
public sealed class AerostackResponseValidationException : AerostackResponseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="rawResponse">The response.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">The cause.</param>
    public AerostackResponseValidationException(
        string message, AerostackRawResponse? rawResponse = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, rawResponse, details, innerException)
    {
    }
}
