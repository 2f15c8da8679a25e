namespace Trellis.Akshi;

/// <summary>The request was refused (403), such as a task for an agent that takes none.</summary>
public sealed class AkshiForbiddenException : AkshiApiException
{
    /// <inheritdoc cref="AkshiApiException(string, string, string, ErrorDetails)"/>
    public AkshiForbiddenException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, detail, body, details)
    {
    }
}
