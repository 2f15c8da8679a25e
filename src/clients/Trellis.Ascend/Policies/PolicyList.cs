using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>The organisation's policies.</summary>
public sealed record PolicyList : AscendAnswer, IListAnswer
{
    /// <summary>The policies. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<GovernancePolicy> Policies => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    [JsonInclude]
    [JsonPropertyName("policies")]
    internal IReadOnlyList<GovernancePolicy>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<GovernancePolicy>? Items { get; init; }
}
