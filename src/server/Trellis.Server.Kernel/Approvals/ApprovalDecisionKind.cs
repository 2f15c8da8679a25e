namespace Trellis.Server.Kernel.Approvals;

/// <summary>What can happen to an approval.</summary>
public enum ApprovalDecisionKind
{
    /// <summary>A stage was approved.</summary>
    Approve,

    /// <summary>A stage was rejected, and with it the approval.</summary>
    Reject,

    /// <summary>One of two people asked to override the stages.</summary>
    Override,

    /// <summary>A stage had waited too long.</summary>
    Escalate,

    /// <summary>The approval had waited too long.</summary>
    Expire,

    /// <summary>The approval was withdrawn.</summary>
    Cancel,

    /// <summary>An override was reviewed.</summary>
    Review,
}
