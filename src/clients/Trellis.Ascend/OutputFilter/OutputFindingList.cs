using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What the output filter found. Contract section 2.14.</summary>
public sealed record OutputFindingList : AscendAnswer, IListAnswer
{
    /// <summary>The findings. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<OutputFinding> Findings => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    /// <summary>How many stand before the first of these.</summary>
    public int? Offset { get; init; }

    /// <summary>How many were asked for at the most.</summary>
    public int? Limit { get; init; }

    [JsonInclude]
    [JsonPropertyName("findings")]
    internal IReadOnlyList<OutputFinding>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<OutputFinding>? Items { get; init; }
}
