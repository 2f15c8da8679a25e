using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>What happens when nobody has decided in time: the action is denied; before that, the stage escalates (contract, section 6.6).</summary>
internal sealed class ApprovalTimes(ActionSettlement actions, IAuditLog audit) : IApprovalObserver
{
    /// <inheritdoc/>
    public string Platform => AscendApprovals.Platform;

    /// <inheritdoc/>
    public async ValueTask OnExpiredAsync(ISqlSession session, Approval approval) =>
        await actions.SettleAsync(session, approval, default);

    /// <inheritdoc/>
    public async ValueTask OnEscalatedAsync(ISqlSession session, Approval approval) =>
        await audit.AppendAsync(session, ApprovalAudit.Step("approval_escalated", null, approval, approval.Stage, null, default));
}
