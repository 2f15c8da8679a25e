using System.Text.Json;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>Approvals on the wire (contract, section 2.7).</summary>
internal static class ApprovalDocument
{
    /// <summary>Writes what an agent may see: the members of the contract, and how far the approval is.</summary>
    public static void WriteCheck(Utf8JsonWriter json, Approval approval)
    {
        var isApproved = approval.State is ApprovalState.Approved;
        json.WriteString("approval_request_id"u8, approval.Id);
        json.WriteNumber("action_id"u8, AscendApprovals.ActionOf(approval));
        json.WriteString("status"u8, AscendApprovals.StatusOf(approval));
        json.WriteString("approved_by"u8, isApproved ? approval.DecidedBy : null);
        json.WriteString("rejected_by"u8, isApproved ? null : approval.DecidedBy);
        json.WriteTime("decided_at"u8, approval.DecidedAt);
        json.WriteString("rejection_reason"u8, AscendApprovals.RejectionReasonOf(approval));
        json.WriteString("comments"u8, approval.Reason);
        json.WriteTime("created_at"u8, approval.CreatedAt);
        json.WriteTime("expires_at"u8, approval.ExpiresAt);
        json.WriteTexts("required_approvers"u8, ApproverNames.Of(approval.Stages));
        json.WriteString("stage"u8, approval.Stage.Name);
        json.WriteBoolean("escalated"u8, approval.EscalatedAt is not null);
        WriteStages(json, approval);
    }

    /// <summary>Writes what a person needs to decide: also what was asked, and its digest.</summary>
    public static void WriteItem(Utf8JsonWriter json, Approval approval)
    {
        WriteCheck(json, approval);
        json.WriteString("title"u8, approval.Title);
        json.WriteString("requested_by"u8, approval.RequestedBy);
        json.WriteString("subject_digest"u8, approval.SubjectDigest);
        json.WriteBoolean("emergency_override"u8, approval.AllowsOverride);
        json.WriteString("review"u8, approval.Review.ToString().ToLowerInvariant());
        using var summary = JsonDocument.Parse(approval.Summary ?? "{}");
        foreach (var member in summary.RootElement.EnumerateObject())
        {
            if (!member.NameEquals("action_id"u8))
                member.WriteTo(json);
        }
    }

    /// <summary>Writes what has happened to it.</summary>
    public static void WriteHistory(Utf8JsonWriter json, Approval approval, IReadOnlyList<ApprovalDecision> history)
    {
        json.WriteStartArray("history"u8);
        foreach (var entry in history)
        {
            json.WriteStartObject();
            json.WriteString("event"u8, entry.Kind.ToString().ToLowerInvariant());
            json.WriteString("stage"u8, approval.Stages[entry.Stage].Name);
            json.WriteString("by"u8, entry.DeciderId);
            json.WriteString("comments"u8, entry.Comment);
            json.WriteTime("at"u8, entry.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStages(Utf8JsonWriter json, Approval approval)
    {
        json.WriteStartArray("stages"u8);
        for (var index = 0; index < approval.Stages.Count; index++)
        {
            var stage = approval.Stages[index];
            json.WriteStartObject();
            json.WriteString("name"u8, stage.Name);
            json.WriteNumber("required_level"u8, stage.RequiredLevel);
            json.WriteTexts("approvers"u8, stage.Approvers);
            json.WriteString("status"u8, WordOf(approval.StateOf(index)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ReadOnlySpan<byte> WordOf(ApprovalStageState state) => state switch
    {
        ApprovalStageState.Pending => "pending"u8,
        ApprovalStageState.Escalated => "escalated"u8,
        ApprovalStageState.Approved => "approved"u8,
        ApprovalStageState.Rejected => "rejected"u8,
        _ => "completed"u8,
    };
}
