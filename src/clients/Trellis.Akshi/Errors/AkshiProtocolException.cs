namespace Trellis.Akshi;

/// <summary>
/// A success arrived that is not what the contract says: not JSON, JSON of another shape, or a stream that is none. Never retried. Contract
/// section 6.
/// </summary>
public sealed class AkshiProtocolException : AkshiException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="body">The whole body, masked.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public AkshiProtocolException(string message, string body = "", ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException) => Body = body;

    /// <summary>The whole body as text, masked; empty when it was a stream. Never null.</summary>
    public string Body { get; }
}
