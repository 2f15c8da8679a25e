using Microsoft.Extensions.Logging;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>Judges submitted actions and puts down what is to be kept of them. Needs no transaction. Safe for concurrent use.</summary>
internal sealed class ActionDrafts(IAuditLog audit, ApprovalRouting approvals, TimeProvider time, ILogger<ActionDrafts> logger)
{
    private const string EnvironmentHeader = "X-Environment";

    /// <summary>Judges an action under its circumstances.</summary>
    public ActionDraft Of(Submission submission, Circumstances circumstances)
    {
        var draft = new ActionDraft(submission, circumstances);
        if (circumstances.Refusal is not null)
            return draft;

        var judgement = Judge.Of(circumstances, Propose(submission, circumstances.Agent));
        if (judgement.Failure is { } failure)
            ActionLog.JudgingFailed(logger, failure, submission.ActionId, submission.Call.Origin.CorrelationId);

        draft = draft with
        {
            Judgement = judgement,
            Approval = judgement.Decision.Status is DecisionStatus.PendingApproval
                ? approvals.Plan(judgement, submission.ActionId, submission.Asked.Digest, submission.Call.Caller)
                : null,
        };

        // An alert gets its number in the transaction, and the answer tells it.
        return judgement.IsAlarming ? draft : draft with { Composed = Compose(draft, alertId: null) };
    }

    /// <summary>Puts down what is to be kept of a judged action.</summary>
    public ComposedAction Compose(ActionDraft draft, long? alertId)
    {
        var (submission, judgement) = (draft.Submission, draft.Judgement!);
        var (call, request) = (submission.Call, submission.Request);
        var decision = new DecisionDraft(
            judgement, submission.ActionId, call.Origin.CorrelationId, (long)time.GetElapsedTime(submission.Started).TotalMilliseconds)
        {
            ApprovalId = draft.Approval?.Request.Id,
            RequiredApprovers = draft.Approval?.RequiredApprovers ?? [],
            ExpiresAt = draft.Approval?.Request.ExpiresAt,
            WorkflowId = draft.Approval?.WorkflowId,
            AlertId = alertId,
        };
        var requestedBy = call.Caller.ActorId;
        return new ComposedAction(
            new StoredAction
            {
                OrganisationId = call.OrganisationId,
                Id = submission.ActionId,
                AgentId = request.AgentId,
                ActionType = request.ActionType,
                Resource = request.Resource,
                Status = DecisionNames.Of(judgement.Decision.Status),
                RiskScore = judgement.Score,
                RequestedBy = requestedBy,
                CreatedAt = call.At,
                UpdatedAt = call.At,
                ApprovalId = decision.ApprovalId,
                SessionId = request.OrchestrationSessionId,
                Depth = request.OrchestrationDepth,
                Request = submission.Asked.Text,
                Decision = new Utf8Text(JsonBytes.Of(decision, static (json, decision) => DecisionDocument.Write(json, decision))),
            },
            audit.Prepare(ActionAudit.Submitted(decision, requestedBy, submission.Asked.Digest, call.Origin)));
    }

    private static ProposedAction Propose(Submission submission, AgentProfile agent) =>
        ProposedAction.Of(
            submission.Request,
            agent,
            submission.Call.Http.Request.Headers[EnvironmentHeader] is [{ Length: > 0 } header] ? header : null,
            submission.Call.At);
}
