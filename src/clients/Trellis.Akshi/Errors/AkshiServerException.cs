namespace Trellis.Akshi;

/// <summary>The runtime failed (500 to 599); 503 while it shuts down.</summary>
public sealed class AkshiServerException : AkshiApiException
{
    internal AkshiServerException(string message, ApiError error, ErrorDetails? details)
        : base(message, error, details)
    {
    }
}
