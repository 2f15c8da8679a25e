using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>What became of a decision, and the approval as it is now.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Approval">The approval as it is now; null only when it was not found.</param>
public sealed record ApprovalOutcome(ApprovalOutcomeKind Kind, Approval? Approval)
{
    internal static ApprovalOutcome NotFound { get; } = new(ApprovalOutcomeKind.NotFound, null);

    /// <summary>Whether the decision counts; otherwise nothing was changed by it.</summary>
    [MemberNotNullWhen(true, nameof(Approval))]
    public bool IsAccepted => Kind
        is ApprovalOutcomeKind.Decided
        or ApprovalOutcomeKind.StageCompleted
        or ApprovalOutcomeKind.OverrideAwaitsSecond
        or ApprovalOutcomeKind.Reviewed;
}
