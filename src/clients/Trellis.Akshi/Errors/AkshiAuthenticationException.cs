namespace Trellis.Akshi;

/// <summary>The token was refused, or none was sent where one is needed (401).</summary>
public sealed class AkshiAuthenticationException : AkshiApiException
{
    /// <inheritdoc cref="AkshiApiException(string, string, string, ErrorDetails)"/>
    public AkshiAuthenticationException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, detail, body, details)
    {
    }
}
