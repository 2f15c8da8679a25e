namespace Trellis.Server.Kernel.Approvals;

/// <summary>Whether an approval is to be looked at afterwards, as every emergency override is.</summary>
public enum ApprovalReview
{
    /// <summary>No review is needed.</summary>
    None,

    /// <summary>A review is still to be done.</summary>
    Due,

    /// <summary>Somebody reviewed it.</summary>
    Done,
}
