using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Alerts;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Orchestration;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Webhooks;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>Keeps a judged action and all that follows from it, in one transaction: alert, row, approval, suspension,
/// events, audit record.</summary>
internal sealed class ActionKeeper(
    ActionDrafts drafts, ApprovalRouting approvals, AgentSuspension suspension, ActionEvents events, IAuditLog audit)
{
    /// <summary>Keeps an action.</summary>
    /// <returns>The answer, to be sent when the transaction is durable.</returns>
    public async ValueTask<JsonAnswer> KeepAsync(ISqlSession session, ActionDraft draft, Linkage linkage)
    {
        var judgement = draft.Judgement!;
        long? alertId = judgement.IsAlarming
            ? await AlertTable.AddAsync(session, judgement.State.OrganisationId, AlertOf(draft.Submission.ActionId, judgement))
            : null;
        var composed = draft.Composed ?? drafts.Compose(draft, alertId);
        var row = composed.Row with { SessionId = linkage.SessionId, Depth = linkage.Depth };
        await ActionTable.AddAsync(session, row);
        if (draft.Approval is { } approval)
            await approvals.OpenAsync(session, approval);
        if (judgement.Rules.Quarantines)
            await suspension.SuspendAsync(session, draft.Submission.Call, row.AgentId, judgement.Decision.Verdict.Reason);
        await events.SubmittedAsync(session, FactsOf(row, judgement, alertId));
        await audit.AppendAsync(session, composed.Entry);
        return new SubmitAnswer(row.Decision);
    }

    private static ActionFacts FactsOf(StoredAction row, Judgement judgement, long? alertId) => new(row)
    {
        Reason = judgement.Decision.Verdict.Reason,
        Violations = judgement.Decision.Violations,
        AlertId = alertId,
    };

    private static Alert AlertOf(long actionId, Judgement judgement) => new()
    {
        Type = AlertTypes.HighRiskAction,
        Severity = RiskBands.Word(judgement.Level),
        Title = $"{judgement.Action.ActionType} by {judgement.Action.AgentId}",
        Message = judgement.Decision.Verdict.Reason,
        AgentId = judgement.Action.AgentId,
        ActionId = actionId,
        Resource = judgement.Action.Resource,
        CreatedAt = judgement.Action.At,
    };
}
