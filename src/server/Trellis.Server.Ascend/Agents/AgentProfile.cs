using Trellis.Server.Ascend.Limits;
using Trellis.Server.Ascend.Policies;

namespace Trellis.Server.Ascend.Agents;

/// <summary>What a decision needs to know of an agent.</summary>
internal sealed record AgentProfile
{
    /// <summary>The agent's own id.</summary>
    public required string AgentId { get; init; }

    /// <summary>Whether it was registered; one that was not is judged as a supervised agent of standard trust.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>The type, as it was registered.</summary>
    public string AgentType { get; init; } = "supervised";

    /// <summary>Where it is in its life: <c>draft</c>, <c>active</c>, <c>suspended</c>, … (contract, section 2.6).</summary>
    public string Status { get; init; } = "draft";

    /// <summary><c>untrusted</c>, <c>restricted</c>, <c>standard</c> or <c>trusted</c> (contract, section 6.9).</summary>
    public string TrustLevel { get; init; } = "standard";

    /// <summary>Where it runs; null when it was not said.</summary>
    public string? Environment { get; init; }

    /// <summary>Between which scores it acts alone.</summary>
    public required AgentThresholds Thresholds { get; init; }

    /// <summary>The only actions it may ask for; empty for all.</summary>
    public IReadOnlyList<string> AllowedActionTypes { get; init; } = [];

    /// <summary>The only resources it may touch, as globs; empty for all.</summary>
    public IReadOnlyList<string> AllowedResources { get; init; } = [];

    /// <summary>Resources it may not touch, as globs.</summary>
    public IReadOnlyList<string> BlockedResources { get; init; } = [];

    /// <summary>The three lists, ready to be asked.</summary>
    public AgentScope Scope => field ??= AgentScope.Create(AllowedActionTypes, AllowedResources, BlockedResources);

    /// <summary>Why the agent is stopped, by a command or its state; null when it is not.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>The number of the model that it is linked to; null for none.</summary>
    public long? ModelId { get; init; }

    /// <summary>How much it may do; null for no limits of its own.</summary>
    public AgentLimits? Limits { get; init; }

    /// <summary>An agent that nobody registered.</summary>
    public static AgentProfile Unregistered(string agentId) =>
        new() { AgentId = agentId, Thresholds = AgentThresholds.DefaultFor("supervised") };
}
