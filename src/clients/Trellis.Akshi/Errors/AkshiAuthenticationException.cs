namespace Trellis.Akshi;

/// <summary>The token was refused, or none was sent where one is needed (401).</summary>
public sealed class AkshiAuthenticationException : AkshiApiException
{
    internal AkshiAuthenticationException(string message, ApiError error, ErrorDetails? details)
        : base(message, error, details)
    {
    }
}
