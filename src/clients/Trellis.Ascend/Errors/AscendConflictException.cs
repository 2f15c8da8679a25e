using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>The request contradicts what is (409): something exists already, or was decided or closed otherwise.</summary>
public sealed class AscendConflictException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="resource">The path that was asked for.</param>
    /// <param name="body">The error body, masked.</param>
    /// <param name="details">What is known about the call.</param>
    public AscendConflictException(string message, string? resource = null, JsonElement? body = null, ErrorDetails? details = null)
        : base(AscendErrorCodes.Conflict, message, body, details, null) => Resource = resource;

    /// <summary>The path that was asked for.</summary>
    public string? Resource { get; }
}
