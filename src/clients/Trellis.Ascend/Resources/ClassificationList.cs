using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>Classifications of resources. Contract section 2.11.</summary>
internal sealed record ClassificationList : AscendAnswer, IListAnswer
{
    /// <summary>The classifications. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceClassification> Classifications => Named ?? Items ?? [];

    [JsonInclude]
    [JsonPropertyName("classifications")]
    internal IReadOnlyList<ResourceClassification>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<ResourceClassification>? Items { get; init; }
}
