namespace Trellis.Server.Kernel.Approvals;

/// <summary>What became of a decision.</summary>
public enum ApprovalOutcomeKind
{
    /// <summary>It ended the approval.</summary>
    Decided,

    /// <summary>It ended a stage; the next one waits.</summary>
    StageCompleted,

    /// <summary>It is the first half of an override; another person has to agree.</summary>
    OverrideAwaitsSecond,

    /// <summary>The override is reviewed.</summary>
    Reviewed,

    /// <summary>The organisation has no approval with this id.</summary>
    NotFound,

    /// <summary>The approval had ended before; it says how and by whom.</summary>
    AlreadyDecided,

    /// <summary>The approval had expired.</summary>
    Expired,

    /// <summary>What the person was shown is not what is to be approved.</summary>
    DigestMismatch,

    /// <summary>Nobody approves what would happen for themselves.</summary>
    SelfApproval,

    /// <summary>The person's level is too low.</summary>
    InsufficientLevel,

    /// <summary>The stage names its approvers, and the person is not among them.</summary>
    NotListedApprover,

    /// <summary>The person has taken an earlier step, and the steps need different people.</summary>
    SamePersonTwice,

    /// <summary>The approval cannot be overridden.</summary>
    OverrideNotAllowed,

    /// <summary>An override needs a justification.</summary>
    JustificationMissing,

    /// <summary>There is no override that waits for a review.</summary>
    NothingToReview,
}
