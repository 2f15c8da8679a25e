namespace Trellis.Server.Ascend.Decisions;

/// <summary>What becomes of an action: <c>status</c> on the wire, which knows these three words only (contract, section 3.1).</summary>
internal enum DecisionStatus
{
    /// <summary>The agent may act.</summary>
    Approved,

    /// <summary>A person decides.</summary>
    PendingApproval,

    /// <summary>The agent must not act.</summary>
    Denied,
}
