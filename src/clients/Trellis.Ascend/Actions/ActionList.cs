using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>Actions. Contract section 2.4.</summary>
public sealed record ActionList : AscendAnswer, IListAnswer
{
    /// <summary>The actions, newest first. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<ActionDetails> Actions => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    /// <summary>How many stand before the first of these.</summary>
    public int? Offset { get; init; }

    /// <summary>How many were asked for at the most.</summary>
    public int? Limit { get; init; }

    [JsonInclude]
    [JsonPropertyName("actions")]
    internal IReadOnlyList<ActionDetails>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<ActionDetails>? Items { get; init; }
}
