using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>How sensitive a kind of resource is. Contract section 2.11.</summary>
public sealed record ResourceClassification : AscendAnswer
{
    /// <summary>The resource.</summary>
    [JsonIgnore]
    public string? ResourceId => NamedId ?? Id;

    /// <summary>The kind of resource.</summary>
    public string? ResourceType { get; init; }

    /// <summary>How sensitive it is.</summary>
    public string? SensitivityLevel { get; init; }

    /// <summary>The rules that it matters for. Never null.</summary>
    public IReadOnlyList<string> ComplianceTags { get; init => field = value ?? []; } = [];

    /// <summary>More about it.</summary>
    public JsonNode? Metadata { get; init; }

    [JsonInclude]
    [JsonPropertyName("resource_id")]
    internal string? NamedId { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? Id { get; init; }
}
