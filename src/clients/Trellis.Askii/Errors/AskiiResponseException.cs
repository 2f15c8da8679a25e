namespace Trellis.Askii;

/// <summary>The server answered with success, but with JSON of another shape than the contract's. Usually the two versions do not match.</summary>
public sealed class AskiiResponseException : AskiiException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AskiiResponseException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
