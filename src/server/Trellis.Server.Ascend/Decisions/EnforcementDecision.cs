namespace Trellis.Server.Ascend.Decisions;

/// <summary>The finer verdict (<c>enforcement_decision</c>).</summary>
internal enum EnforcementDecision
{
    /// <summary>Approved without a person.</summary>
    AutoApproved,

    /// <summary>A person decides.</summary>
    PendingApproval,

    /// <summary>A person of a higher level decides.</summary>
    Escalated,

    /// <summary>Denied.</summary>
    Denied,
}
