namespace Trellis.Aerostack;

/// <summary>The gateway answered with an error. The message is the gateway's own where it gave one. Contract section 2.3.3.</summary>
public sealed class AerostackGatewayException : AerostackResponseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="rawResponse">The response.</param>
    /// <param name="details">What is known about the call.</param>
    public AerostackGatewayException(string message, AerostackRawResponse? rawResponse = null, ErrorDetails? details = null)
        : base(message, rawResponse, details, null)
    {
    }
}
