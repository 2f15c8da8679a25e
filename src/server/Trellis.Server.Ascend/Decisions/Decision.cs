namespace Trellis.Server.Ascend.Decisions;

/// <summary>What was decided about an action, and why. Immutable.</summary>
internal sealed record Decision
{
    /// <summary>What becomes of the action.</summary>
    public DecisionStatus Status => Verdict.Status;

    /// <summary>Whether the agent may act now.</summary>
    public bool ExecutionAllowed => Status is DecisionStatus.Approved;

    /// <summary>The finer verdict, its source and its reason.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict under the thresholds that are tried out; null when there are none.</summary>
    public Verdict? Shadow { get; init; }

    /// <summary>What the policies wanted, as <c>policy_action</c> spells it; null when none had anything to say.</summary>
    public string? PolicyDecision { get; init; }

    /// <summary>What the action violates, in sentences (<c>policy_violations</c>).</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>What has to be done with an approval: <c>mfa_required</c>, <c>justification_required</c>.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Who has to approve, as policies name them; empty when that is left to the workflow.</summary>
    public IReadOnlyList<string> RequiredApprovers { get; init; } = [];

    /// <summary>How many people have to approve; null when that is left to the workflow.</summary>
    public int? MinApprovers { get; init; }

    /// <summary>How long they have; null when that is left to the workflow.</summary>
    public TimeSpan? ApprovalTimeout { get; init; }

    /// <summary>Whether it goes to a higher level when that time is over.</summary>
    public bool EscalateOnTimeout { get; init; }

    /// <summary>Whether the approver needs a second factor.</summary>
    public bool RequiresMfa { get; init; }
}
