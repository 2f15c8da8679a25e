using Trellis.Server.Akshi.Events;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>Nobody answered in time: it is recorded, and the agent is told.</summary>
internal sealed class ApprovalTimes(IAuditLog audit, ApprovalWaits waits, StateChangeSignal changes) : IApprovalObserver
{
    /// <inheritdoc/>
    public string Platform => AkshiApprovals.Platform;

    /// <inheritdoc/>
    public async ValueTask OnExpiredAsync(ISqlSession session, Approval approval)
    {
        await audit.AppendAsync(session, ApprovalEvents.Expired(approval, "timeout"));
        session.AfterCommit(() =>
        {
            waits.Answer(approval);
            changes.ApprovalsChanged();
        });
    }

    /// <inheritdoc/>
    public ValueTask OnEscalatedAsync(ISqlSession session, Approval approval) => default;
}
