using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>
/// What a platform does when time, not a person, changes one of its approvals. Called in the transaction of the change: if it throws, the
/// change is undone and tried again later. May be called on any server that shares the store. Must not depend on <see cref="IApprovals"/>,
/// which depends on it.
/// </summary>
public interface IApprovalObserver
{
    /// <summary>The platform whose approvals it observes.</summary>
    string Platform { get; }

    /// <summary>An approval has expired. The approval's row is locked; everything goes through the session.</summary>
    ValueTask OnExpiredAsync(ISqlSession session, Approval approval);

    /// <summary>A stage has escalated, and the approval still waits.</summary>
    ValueTask OnEscalatedAsync(ISqlSession session, Approval approval);
}
