namespace Trellis.Akshi;

/// <summary>The request was refused (403), such as a task for an agent that takes none.</summary>
public sealed class AkshiForbiddenException : AkshiApiException
{
    internal AkshiForbiddenException(string message, ApiError error, ErrorDetails? details)
        : base(message, error, details)
    {
    }
}
