namespace Trellis.Akshi;

/// <summary>It is there already (409): this version of a package.</summary>
public sealed class AkshiConflictException : AkshiApiException
{
    /// <inheritdoc cref="AkshiApiException(string, string, string, ErrorDetails)"/>
    public AkshiConflictException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, detail, body, details)
    {
    }
}
