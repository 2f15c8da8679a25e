using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>A tool that an agent offers. Contract section 2.12.</summary>
public sealed record McpTool : AkshiAnswer
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>The JSON schema of its arguments.</summary>
    [JsonPropertyName("inputSchema")]
    public JsonElement? InputSchema { get; init; }
}
