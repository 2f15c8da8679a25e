using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>Tasks. Contract section 2.8.</summary>
public sealed record A2ATaskList : AkshiAnswer, IListAnswer
{
    /// <summary>The tasks. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<A2ATask> Tasks => Named ?? Items ?? [];

    [JsonInclude]
    [JsonPropertyName("tasks")]
    internal IReadOnlyList<A2ATask>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<A2ATask>? Items { get; init; }
}
