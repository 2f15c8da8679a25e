namespace Trellis.Aerostack;

/// <summary>
/// The server answered with an error that the operation does not declare, with a status that it does not know, or with something that is
/// not JSON. The message has the status, the media type and the body.
/// </summary>
public sealed class AerostackApiException : AerostackResponseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="rawResponse">The response.</param>
    /// <param name="details">What is known about the call.</param>
    public AerostackApiException(string message, AerostackRawResponse? rawResponse = null, ErrorDetails? details = null)
        : base(message, rawResponse, details, null)
    {
    }
}
