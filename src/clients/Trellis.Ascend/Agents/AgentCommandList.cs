using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>The commands that wait for an agent. Contract section 2.10.</summary>
public sealed record AgentCommandList : AscendAnswer, IListAnswer
{
    /// <summary>The commands, those for all agents included. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<AgentCommand> Commands => Named ?? Items ?? [];

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>How many there are; <see langword="null"/> when the server does not say.</summary>
    public int? Count { get; init; }

    [JsonInclude]
    [JsonPropertyName("commands")]
    internal IReadOnlyList<AgentCommand>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<AgentCommand>? Items { get; init; }
}
