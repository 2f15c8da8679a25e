using System.Text.Json;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>An approval on the wire (contract, section 2.7).</summary>
internal static class ApprovalJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, Approval approval)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, approval.Id);
        json.WriteString("request_id"u8, approval.Id);
        ApprovalSubject.Of(approval).WriteMembers(json);
        json.WriteString("status"u8, StatusOf(approval.State));
        json.WriteTime("requested_at"u8, approval.CreatedAt);
        json.WriteTime("expires_at"u8, approval.ExpiresAt);
        if (approval.State is not ApprovalState.Pending)
        {
            json.WriteString("decision"u8, approval.State is ApprovalState.Approved ? "approve"u8 : "deny"u8);
            json.WriteTime("decided_at"u8, approval.DecidedAt);
            json.WriteString("decided_by"u8, approval.State is ApprovalState.Expired ? "timeout" : approval.DecidedBy);
            if (approval.Reason is { } reason)
                json.WriteString("reason"u8, reason);
        }

        json.WriteEndObject();
    }

    // What the runtime withdrew, because the agent that asked is gone, has no word of its own in the contract.
    private static string StatusOf(ApprovalState state) => state switch
    {
        ApprovalState.Pending => "pending",
        ApprovalState.Approved => "approved",
        ApprovalState.Rejected => "denied",
        _ => "expired",
    };
}
