namespace Trellis.Akshi;

/// <summary>The runtime failed (500 to 599); 503 while it shuts down.</summary>
public sealed class AkshiServerException : AkshiApiException
{
    /// <inheritdoc cref="AkshiApiException(string, string, string, ErrorDetails)"/>
    public AkshiServerException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, detail, body, details)
    {
    }
}
