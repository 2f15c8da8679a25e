using Microsoft.OpenApi;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>What a file says about an operation.</summary>
internal sealed record OperationDescription
{
    /// <summary>The operation's name, unique on the platform.</summary>
    public required string Id { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The part of the platform that it belongs to.</summary>
    public required string Feature { get; init; }

    /// <summary>The shape of its errors.</summary>
    public required string Error { get; init; }

    /// <summary>Where it is: methods and templates of routes.</summary>
    public List<(string Method, string Path)> Places { get; } = [];

    /// <summary>The credentials that it asks for itself, where the route asks for none.</summary>
    public List<string> Credentials { get; } = [];

    /// <summary>Its parameters in the query.</summary>
    public IOpenApiSchema? Query { get; set; }

    /// <summary>Its parameters in headers.</summary>
    public IOpenApiSchema? Headers { get; set; }

    /// <summary>Its body.</summary>
    public ContentDescription? Body { get; set; }

    /// <summary>Its answers that are no errors; one status may have several media types.</summary>
    public List<(string Status, ContentDescription? Content)> Answers { get; } = [];

    /// <summary>The statuses of its errors, but for those that any operation may have.</summary>
    public List<string> Errors { get; } = [];
}
