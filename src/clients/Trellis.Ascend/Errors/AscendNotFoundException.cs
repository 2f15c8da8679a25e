using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>There is no such action, agent, approval or path (404); another tenant's count as not there.</summary>
public sealed class AscendNotFoundException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="resource">The path that was asked for.</param>
    /// <param name="body">The error body, masked.</param>
    /// <param name="details">What is known about the call.</param>
    public AscendNotFoundException(string message, string? resource = null, JsonElement? body = null, ErrorDetails? details = null)
        : base(AscendErrorCodes.NotFound, message, body, details, null) => Resource = resource;

    /// <summary>The path that was asked for.</summary>
    public string? Resource { get; }
}
