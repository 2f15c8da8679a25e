namespace Trellis.Server.Kernel.Approvals;

/// <summary>What a person says to an approval.</summary>
public enum ApprovalVerdict
{
    /// <summary>The stage is approved; after the last stage, the action.</summary>
    Approve,

    /// <summary>The action is not to happen; whatever the stage, this ends the approval.</summary>
    Reject,
}
