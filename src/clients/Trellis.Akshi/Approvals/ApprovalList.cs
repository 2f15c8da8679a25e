using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>What waits for somebody's decision, and what was decided lately. Contract section 2.7.</summary>
public sealed record ApprovalList : AkshiAnswer, IListAnswer
{
    /// <summary>What waits. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<Approval> Pending => NamedPending ?? Items ?? [];

    /// <summary>What was decided or timed out, newest first. Never null; empty when the server lists what waits alone.</summary>
    public IReadOnlyList<Approval> Resolved { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("pending")]
    internal IReadOnlyList<Approval>? NamedPending { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<Approval>? Items { get; init; }
}
