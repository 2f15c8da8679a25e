namespace Trellis.Ascend;

/// <summary>An approval request as the list shows it.</summary>
public sealed record ApprovalRequest : AscendAnswer
{
    /// <summary>The request.</summary>
    public string ApprovalRequestId { get; init => field = value ?? ""; } = "";

    /// <summary>The action that it is about, by which it is approved or rejected.</summary>
    public string ActionId { get; init => field = value ?? ""; } = "";

    /// <summary>The agent that wants to act.</summary>
    public string? AgentId { get; init; }

    /// <summary>The kind of action.</summary>
    public string? ActionType { get; init; }

    /// <summary>What is acted upon.</summary>
    public string? Resource { get; init; }

    /// <summary>The risk from 0 to 100.</summary>
    public double? RiskScore { get; init; }

    /// <summary>The word for the risk.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>Who may decide. Never null.</summary>
    public IReadOnlyList<string> RequiredApprovers { get; init => field = value ?? []; } = [];

    /// <summary>The name of the stage that is to be decided now.</summary>
    public string? Stage { get; init; }

    /// <summary>All stages, in their order. Never null.</summary>
    public IReadOnlyList<ApprovalStage> Stages { get; init => field = value ?? []; } = [];

    /// <summary>Until when somebody has to decide.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How it stands: <c>pending</c>, <c>approved</c> or <c>rejected</c>.</summary>
    public string? Status { get; init; }
}
