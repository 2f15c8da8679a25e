namespace Trellis.Akshi;

/// <summary>It is there already (409): this version of a package.</summary>
public sealed class AkshiConflictException : AkshiApiException
{
    internal AkshiConflictException(string message, ApiError error, ErrorDetails? details)
        : base(message, error, details)
    {
    }
}
