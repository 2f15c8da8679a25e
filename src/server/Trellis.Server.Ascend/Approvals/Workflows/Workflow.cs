namespace Trellis.Server.Ascend.Approvals.Workflows;

/// <summary>Who approves actions of a band of risk, in how many stages and within what time (contract, section 6.6). Immutable.</summary>
internal sealed record Workflow
{
    /// <summary>For example <c>risk_70_89</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The lowest score it is for.</summary>
    public required int RiskMinimum { get; init; }

    /// <summary>The highest score it is for.</summary>
    public required int RiskMaximum { get; init; }

    /// <summary>How many people approve, one after the other (<c>approval_levels</c>), 1 to 5.</summary>
    public required int Stages { get; init; }

    /// <summary>The level of the first of them, 1 to 5; each next one stands one level higher.</summary>
    public required int RequiredLevel { get; init; }

    /// <summary>What the stages are called; the words of their levels where it says nothing.</summary>
    public IReadOnlyList<string> StageNames { get; init; } = [];

    /// <summary>The only people or roles that may approve; empty for all of the level.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How long all of it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How long a stage waits before it escalates.</summary>
    public required TimeSpan Escalation { get; init; }

    /// <summary>Whether two people of the highest level may approve past the stages.</summary>
    public bool EmergencyOverride { get; init; }

    /// <summary>Whether it is used.</summary>
    public bool IsActive { get; init; } = true;
}
