namespace Trellis.Ascend;

/// <summary>What a heartbeat came to. Contract section 2.10.</summary>
public sealed record HeartbeatReceipt : AscendAnswer
{
    /// <summary>Whether the server has it.</summary>
    public bool? Success { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>How the agent counts now.</summary>
    public string? Status { get; init; }

    /// <summary>When the next one is due.</summary>
    public DateTimeOffset? NextExpectedAt { get; init; }
}
