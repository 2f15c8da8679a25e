namespace Trellis.Aerostack;

/// <summary>
/// A response arrived that is not what the operation declares as its success. The leaves say how it differs. Contract section 3.3.
/// </summary>
public abstract class AerostackResponseException : AerostackException
{
    private protected AerostackResponseException(
        string message, AerostackRawResponse? rawResponse, ErrorDetails? details, Exception? innerException)
        : base(message, details, innerException) => RawResponse = rawResponse;

    /// <summary>The whole body as text, masked; empty when there was none. <see cref="TrellisException.ResponseBody"/> is cut.</summary>
    public string Body => RawResponse?.MaskedBody ?? "";

    /// <summary>The response as it came, unmasked; <see langword="null"/> in an exception that was not made by the client.</summary>
    public AerostackRawResponse? RawResponse { get; }
}
