using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Webhooks;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>Lets an action follow its approval, in the transaction that ended the approval.</summary>
internal sealed class ActionSettlement(IAuditLog audit, ActionEvents events, SettlementSignal signal)
{
    /// <summary>Approves or denies the action whose approval has ended.</summary>
    /// <returns>The action as it is now.</returns>
    public async ValueTask<StoredAction> SettleAsync(ISqlSession session, Approval approval, RequestOrigin origin)
    {
        var action = await ActionTable.FindForUpdateAsync(session, approval.OrganisationId, AscendApprovals.ActionOf(approval))
            ?? throw new StoreException("The action of an approval is missing.");
        var settled = action with
        {
            Status = approval.State is ApprovalState.Approved ? ActionStatus.Approved : ActionStatus.Denied,
            UpdatedAt = approval.DecidedAt ?? action.UpdatedAt,
            Outcome = (ActionOutcome.Parse(action.Outcome) with
            {
                DecidedBy = approval.DecidedBy,
                DecidedAt = approval.DecidedAt,
                Comments = approval.Reason,
                RejectionReason = AscendApprovals.RejectionReasonOf(approval),
            }).ToJson(),
        };
        await ActionTable.UpdateAsync(session, settled);
        await TellAsync(session, settled, approval);
        await audit.AppendAsync(session, ApprovalAudit.Ended(settled, approval, origin));
        session.AfterCommit(signal.Announce);
        return settled;
    }

    private ValueTask<int> TellAsync(ISqlSession session, StoredAction settled, Approval approval)
    {
        var facts = new ActionFacts(settled) { Approver = approval.DecidedBy, Reason = approval.Reason };
        return approval.State is ApprovalState.Expired ? events.TimedOutAsync(session, facts) : events.DecidedAsync(session, facts);
    }
}
