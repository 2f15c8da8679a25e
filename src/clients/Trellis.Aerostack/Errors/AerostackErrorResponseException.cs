namespace Trellis.Aerostack;

/// <summary>
/// The server answered with an error that the operation declares, and said what it is. The same body with a status that the operation does
/// not declare is an <see cref="AerostackApiException"/>. The message is the server's own.
/// </summary>
public sealed class AerostackErrorResponseException : AerostackResponseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the server said.</param>
    /// <param name="error">The body.</param>
    /// <param name="rawResponse">The response.</param>
    /// <param name="details">What is known about the call.</param>
    public AerostackErrorResponseException(
        string message, AerostackError error, AerostackRawResponse? rawResponse = null, ErrorDetails? details = null)
        : base(message, rawResponse, details, null) => Error = error;

    /// <summary>The body, with secrets masked.</summary>
    public AerostackError Error { get; }
}
