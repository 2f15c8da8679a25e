using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>Components of the supply chain. Contract section 2.14.</summary>
public sealed record SupplyChainComponentList : AscendAnswer, IListAnswer
{
    /// <summary>The components. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<SupplyChainComponent> Components => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    [JsonInclude]
    [JsonPropertyName("components")]
    internal IReadOnlyList<SupplyChainComponent>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<SupplyChainComponent>? Items { get; init; }
}
