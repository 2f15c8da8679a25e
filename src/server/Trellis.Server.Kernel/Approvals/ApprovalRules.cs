namespace Trellis.Server.Kernel.Approvals;

/// <summary>Who may decide. Each rule answers the reason against it, or null.</summary>
internal static class ApprovalRules
{
    /// <summary>Whether a person may decide the stage that waits.</summary>
    /// <param name="approval">The approval, pending and in time.</param>
    /// <param name="decider">The person.</param>
    /// <param name="answer">What the person answers.</param>
    /// <param name="earlierApprovers">The users who approved earlier stages.</param>
    public static ApprovalOutcomeKind? Refuse(Approval approval, Decider decider, ApprovalAnswer answer, IReadOnlyList<string> earlierApprovers)
    {
        if (Differs(approval, answer.ExpectedDigest))
            return ApprovalOutcomeKind.DigestMismatch;

        // To stop one's own action, or what one has approved before, harms nobody.
        var approves = answer.Verdict is ApprovalVerdict.Approve;
        if (approves && decider.UserId == approval.RequestedBy)
            return ApprovalOutcomeKind.SelfApproval;
        if (decider.Level < approval.Stage.RequiredLevel)
            return ApprovalOutcomeKind.InsufficientLevel;
        if (!IsListed(approval, decider))
            return ApprovalOutcomeKind.NotListedApprover;
        return approves && earlierApprovers.Contains(decider.UserId) ? ApprovalOutcomeKind.SamePersonTwice : null;
    }

    /// <summary>Whether a person may override the stages.</summary>
    /// <param name="approval">The approval, pending and in time.</param>
    /// <param name="decider">The person.</param>
    /// <param name="justification">Why.</param>
    /// <param name="expectedDigest">The digest of what the person was shown.</param>
    /// <param name="earlierOverriders">The users who asked for it before.</param>
    public static ApprovalOutcomeKind? RefuseOverride(
        Approval approval, Decider decider, string justification, string? expectedDigest, IReadOnlyList<string> earlierOverriders)
    {
        if (!approval.AllowsOverride)
            return ApprovalOutcomeKind.OverrideNotAllowed;
        if (string.IsNullOrWhiteSpace(justification))
            return ApprovalOutcomeKind.JustificationMissing;
        if (Differs(approval, expectedDigest))
            return ApprovalOutcomeKind.DigestMismatch;
        if (decider.UserId == approval.RequestedBy)
            return ApprovalOutcomeKind.SelfApproval;
        if (decider.Level < OverrideLevel(approval))
            return ApprovalOutcomeKind.InsufficientLevel;
        return earlierOverriders.Contains(decider.UserId) ? ApprovalOutcomeKind.SamePersonTwice : null;
    }

    /// <summary>Whether a person may review an override.</summary>
    /// <param name="approval">The approval.</param>
    /// <param name="reviewer">The person.</param>
    /// <param name="overriders">The users who overrode it.</param>
    public static ApprovalOutcomeKind? RefuseReview(Approval approval, Decider reviewer, IReadOnlyList<string> overriders)
    {
        if (approval.Review is not ApprovalReview.Due)
            return ApprovalOutcomeKind.NothingToReview;
        if (reviewer.UserId == approval.RequestedBy)
            return ApprovalOutcomeKind.SelfApproval;
        if (reviewer.Level < OverrideLevel(approval))
            return ApprovalOutcomeKind.InsufficientLevel;
        return overriders.Contains(reviewer.UserId) ? ApprovalOutcomeKind.SamePersonTwice : null;
    }

    private static bool Differs(Approval approval, string? expectedDigest) =>
        expectedDigest is not null && !string.Equals(expectedDigest, approval.SubjectDigest, StringComparison.OrdinalIgnoreCase);

    // Escalation lets somebody else decide, who stands above those who did not.
    private static bool IsListed(Approval approval, Decider decider) =>
        approval.Stage.Approvers.Count == 0
        || decider.IsAmong(approval.Stage.Approvers)
        || (approval.EscalatedAt is not null && (decider.Level > approval.Stage.RequiredLevel || decider.Level == ApprovalLevel.Highest));

    private static int OverrideLevel(Approval approval) => approval.Stages.Max(static stage => stage.RequiredLevel);
}
