namespace Trellis.Akshi;

/// <summary>There is no such thing (404). Also: an approval that was decided already or timed out, and a grant that is not active.</summary>
public sealed class AkshiNotFoundException : AkshiApiException
{
    /// <inheritdoc cref="AkshiApiException(string, string, string, ErrorDetails)"/>
    public AkshiNotFoundException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, detail, body, details)
    {
    }
}
