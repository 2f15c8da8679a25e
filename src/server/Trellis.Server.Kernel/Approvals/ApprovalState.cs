namespace Trellis.Server.Kernel.Approvals;

/// <summary>Where an approval stands. All but <see cref="Pending"/> are final.</summary>
public enum ApprovalState
{
    /// <summary>It waits for a person.</summary>
    Pending,

    /// <summary>Every stage was approved, or two people overrode the stages in an emergency.</summary>
    Approved,

    /// <summary>Somebody rejected it.</summary>
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>It was withdrawn.</summary>
    Cancelled,
}
