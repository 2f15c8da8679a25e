namespace Trellis.Ascend;

/// <summary>What stopping an orchestrator and its agents came to. Contract section 2.13.</summary>
public sealed record CascadeResult : AscendAnswer
{
    /// <summary>Whether it could be done.</summary>
    public bool? Success { get; init; }

    /// <summary>Whether nothing was stopped.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The orchestrator.</summary>
    public string? OrchestratorId { get; init; }

    /// <summary>The agents that are, or would be, stopped. Never null.</summary>
    public IReadOnlyList<string> AffectedAgents { get; init => field = value ?? []; } = [];

    /// <summary>How many were stopped.</summary>
    public int? BlockedCount { get; init; }
}
