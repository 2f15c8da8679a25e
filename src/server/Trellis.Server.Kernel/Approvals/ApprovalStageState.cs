namespace Trellis.Server.Kernel.Approvals;

/// <summary>Where one stage of an approval stands.</summary>
public enum ApprovalStageState
{
    /// <summary>It waits for a person, or for its turn.</summary>
    Pending,

    /// <summary>It waits for a person, and has waited too long.</summary>
    Escalated,

    /// <summary>Somebody approved it.</summary>
    Approved,

    /// <summary>The approval ended here without being approved.</summary>
    Rejected,

    /// <summary>It was not needed any more: an earlier stage ended the approval, or an emergency override did.</summary>
    Skipped,
}
