using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What the audit trail remembers of actions (contract, section 6.7).</summary>
internal static class ActionAudit
{
    private const string Platform = "ascend";
    private const string ResourceType = "agent_action";

    /// <summary>An action was submitted and judged.</summary>
    public static AuditEvent Submitted(DecisionDraft draft, string requestedBy, string digest, RequestOrigin origin)
    {
        var judgement = draft.Judgement;
        var (action, decision) = (judgement.Action, judgement.Decision);
        return new AuditEvent
        {
            OrganisationId = judgement.State.OrganisationId,
            Platform = Platform,
            EventType = EventTypeOf(decision.Status),
            ActorId = action.AgentId,
            ResourceType = ResourceType,
            ResourceId = IdOf(draft.ActionId),
            Action = action.ActionType,
            Outcome = decision.Status is DecisionStatus.Denied ? AuditOutcome.Denied : AuditOutcome.Success,
            RiskLevel = RiskBands.Word(judgement.Level),
            IpAddress = origin.IpAddress,
            CorrelationId = origin.CorrelationId,
            Data = AuditData.Object(json =>
            {
                // In the order of the canonical form, which saves putting them into it.
                json.WriteNumber("action_id"u8, draft.ActionId);
                if (draft.ApprovalId is not null)
                    json.WriteString("approval_request_id"u8, draft.ApprovalId);
                json.WriteString("digest"u8, digest);
                json.WriteString("enforcement_decision"u8, DecisionNames.Of(decision.Verdict.Enforcement));
                json.WriteString("enforcement_decision_source"u8, DecisionNames.Of(decision.Verdict.Source));
                json.WriteString("reason"u8, decision.Verdict.Reason);
                json.WriteString("requested_by"u8, requestedBy);
                json.WriteString("resource"u8, action.Resource);
                json.WriteNumber("risk_score"u8, judgement.Score);
                json.WriteString("status"u8, DecisionNames.Of(decision.Status));
            }),
        };
    }

    /// <summary>A gate refused an action before it was judged.</summary>
    public static AuditEvent Refused(long organisationId, SubmitRequest request, string code, RequestOrigin origin) => new()
    {
        OrganisationId = organisationId,
        Platform = Platform,
        EventType = "policy_violation",
        ActorId = request.AgentId,
        ResourceType = ResourceType,
        ResourceId = request.Resource,
        Action = request.ActionType,
        Outcome = AuditOutcome.Denied,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json => json.WriteString("error_code"u8, code)),
    };

    /// <summary>An agent reported how an approved action ended.</summary>
    public static AuditEvent Closed(StoredAction action, ActionOutcome outcome, string actorId, RequestOrigin origin) => new()
    {
        OrganisationId = action.OrganisationId,
        Platform = Platform,
        EventType = $"agent_action_{outcome.ClosedAs}",
        ActorId = actorId,
        ResourceType = ResourceType,
        ResourceId = IdOf(action.Id),
        Action = action.ActionType,
        Outcome = outcome.ClosedAs == ActionStatus.Completed ? AuditOutcome.Success : AuditOutcome.Failure,
        RiskLevel = RiskBands.Word(RiskBands.Of(action.RiskScore)),
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            if (outcome.DurationMilliseconds is { } duration)
                json.WriteNumber("duration_ms"u8, duration);
        }),
    };

    private static string EventTypeOf(DecisionStatus status) => status switch
    {
        DecisionStatus.Approved => "agent_action_approved",
        DecisionStatus.Denied => "agent_action_denied",
        _ => "agent_action_submitted",
    };

    private static string IdOf(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
