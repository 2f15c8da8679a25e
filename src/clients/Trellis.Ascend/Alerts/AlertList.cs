using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>Alerts. Contract section 2.14.</summary>
public sealed record AlertList : AscendAnswer, IListAnswer
{
    /// <summary>The alerts. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<Alert> Alerts => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    [JsonInclude]
    [JsonPropertyName("alerts")]
    internal IReadOnlyList<Alert>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<Alert>? Items { get; init; }
}
