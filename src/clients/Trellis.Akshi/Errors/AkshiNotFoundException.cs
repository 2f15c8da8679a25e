namespace Trellis.Akshi;

/// <summary>There is no such thing (404). Also: an approval that was decided already or timed out, and a grant that is not active.</summary>
public sealed class AkshiNotFoundException : AkshiApiException
{
    internal AkshiNotFoundException(string message, ApiError error, ErrorDetails? details)
        : base(message, error, details)
    {
    }
}
