namespace Trellis.Ascend;

/// <summary>A stage of an approval request: each is decided by another person, one after the other.</summary>
public sealed record ApprovalStage : AscendAnswer
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The least level of who may decide it, from 1 to 5.</summary>
    public int? RequiredLevel { get; init; }

    /// <summary>Who may decide it. Never null.</summary>
    public IReadOnlyList<string> Approvers { get; init => field = value ?? []; } = [];

    /// <summary>How it stands: <c>pending</c>, <c>escalated</c>, <c>approved</c>, <c>rejected</c>.</summary>
    public string? Status { get; init; }
}
