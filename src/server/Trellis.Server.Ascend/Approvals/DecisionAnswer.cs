using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>The answers to people's decisions (contract, section 2.4).</summary>
internal static class DecisionAnswer
{
    /// <summary>The action is decided.</summary>
    public static Answer Ended(StoredAction action, Approval approval, AscendCall call) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteNumber("action_id"u8, action.Id);
        json.WriteString("approval_request_id"u8, approval.Id);
        json.WriteString("status"u8, action.Status);
        if (approval.State is ApprovalState.Approved)
        {
            json.WriteString("approved_by"u8, approval.DecidedBy);
            json.WriteTime("approved_at"u8, approval.DecidedAt);
            json.WriteString("comments"u8, approval.Reason);
        }
        else
        {
            json.WriteString("rejected_by"u8, approval.DecidedBy);
            json.WriteTime("rejected_at"u8, approval.DecidedAt);
            json.WriteString("reason"u8, AscendApprovals.RejectionReasonOf(approval));
        }

        json.WriteString("correlation_id"u8, call.Origin.CorrelationId);
    });

    /// <summary>A stage is decided, and the next one waits.</summary>
    public static Answer StageEnded(Approval approval, ApprovalStage stage, AscendCall call) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteNumber("action_id"u8, AscendApprovals.ActionOf(approval));
        json.WriteString("approval_request_id"u8, approval.Id);
        json.WriteString("status"u8, ActionStatus.Pending);
        json.WriteString("approved_stage"u8, stage.Name);
        json.WriteString("next_stage"u8, approval.Stage.Name);
        json.WriteNumber("required_level"u8, approval.Stage.RequiredLevel);
        json.WriteString("approved_by"u8, call.Caller.ActorId);
        json.WriteTime("approved_at"u8, approval.StageStartedAt);
        json.WriteString("correlation_id"u8, call.Origin.CorrelationId);
    });

    /// <summary>Half of an override is there, or a review of one.</summary>
    public static Answer Recorded(Approval approval, AscendCall call) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        ApprovalDocument.WriteItem(json, approval);
        json.WriteString("correlation_id"u8, call.Origin.CorrelationId);
    });
}
