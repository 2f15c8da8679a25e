using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>What the audit trail remembers of approvals (contract, section 6.7).</summary>
internal static class ApprovalAudit
{
    private const string System = "system";

    /// <summary>The approval of an action ended, and with it the action's wait.</summary>
    public static AuditEvent Ended(StoredAction action, Approval approval, RequestOrigin origin) => new()
    {
        OrganisationId = action.OrganisationId,
        Platform = AscendApprovals.Platform,
        EventType = action.Status == ActionStatus.Approved ? "agent_action_approved" : "agent_action_denied",
        ActorId = approval.DecidedBy ?? System,
        ResourceType = "agent_action",
        ResourceId = approval.SubjectId,
        Action = action.ActionType,
        Outcome = action.Status == ActionStatus.Approved ? AuditOutcome.Success : AuditOutcome.Denied,
        RiskLevel = RiskBands.Word(RiskBands.Of(action.RiskScore)),
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteNumber("action_id"u8, action.Id);
            json.WriteString("agent_id"u8, action.AgentId);
            json.WriteString("approval_request_id"u8, approval.Id);
            json.WriteString("digest"u8, approval.SubjectDigest);
            json.WriteString("status"u8, action.Status);
            json.WriteString("reason"u8, approval.Reason);
            json.WriteBoolean("emergency_override"u8, approval.WasOverridden);
        }),
    };

    /// <summary>Something else happened to an approval.</summary>
    /// <param name="eventType">What.</param>
    /// <param name="actorId">Who did it; null for the clock.</param>
    /// <param name="approval">The approval as it is now.</param>
    /// <param name="stage">The stage it happened in.</param>
    /// <param name="comment">What was said.</param>
    /// <param name="origin">From where.</param>
    public static AuditEvent Step(
        string eventType, string? actorId, Approval approval, ApprovalStage stage, string? comment, RequestOrigin origin) => new()
    {
        OrganisationId = approval.OrganisationId,
        Platform = AscendApprovals.Platform,
        EventType = eventType,
        ActorId = actorId ?? System,
        ResourceType = "approval",
        ResourceId = approval.Id,
        Action = approval.Title,
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteNumber("action_id"u8, AscendApprovals.ActionOf(approval));
            json.WriteString("stage"u8, stage.Name);
            json.WriteString("comments"u8, comment);
        }),
    };
}
