using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>A tool's answer. Contract section 2.12.</summary>
public sealed record McpToolResult : AkshiAnswer
{
    /// <summary>Its parts. Never null.</summary>
    public IReadOnlyList<McpContent> Content { get; init => field = value ?? []; } = [];

    /// <summary>Whether the tool says that it failed.</summary>
    [JsonPropertyName("isError")]
    public bool? IsError { get; init; }

    /// <summary>The answer as data.</summary>
    [JsonPropertyName("structuredContent")]
    public JsonElement? StructuredContent { get; init; }

    /// <summary>The texts of all parts, a line break between them.</summary>
    [JsonIgnore]
    public string Text => string.Join('\n', Content.Where(static part => part.Text is not null).Select(static part => part.Text));
}
