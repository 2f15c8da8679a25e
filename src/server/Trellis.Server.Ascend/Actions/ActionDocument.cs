using System.Text.Json;
using Trellis.Server.Ascend.OutputFilter;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// Writes stored actions: the decision as it was answered, with what has changed since in the place of what was so then (contract, sections
/// 2.3 and 2.4).
/// </summary>
internal static class ActionDocument
{
    /// <summary>Writes the members of a status: the whole decision, <c>timestamp</c> and <c>decision_ready</c>.</summary>
    public static void WriteStatus(Utf8JsonWriter json, StoredAction action, ActionScan? scan)
    {
        var outcome = ActionOutcome.Parse(action.Outcome);
        using var decision = JsonDocument.Parse(action.Decision.Memory);
        foreach (var member in decision.RootElement.EnumerateObject())
        {
            if (!WriteChanged(json, member, action, outcome, scan))
                member.WriteTo(json);
        }

        json.WriteBoolean("decision_ready"u8, action.Status != ActionStatus.Pending);
        json.WriteString("rejection_reason"u8, outcome.RejectionReason);
        json.WriteString("execution_status"u8, outcome.ClosedAs);
        json.WriteTime("updated_at"u8, action.UpdatedAt);
    }

    /// <summary>Writes the members of the details: the status, what was asked, and what has happened.</summary>
    public static void WriteDetails(Utf8JsonWriter json, StoredAction action, ActionScan? scan)
    {
        WriteStatus(json, action, scan);
        using var request = JsonDocument.Parse(action.Request.Memory);
        var asked = request.RootElement;
        json.WriteElement("agent_name"u8, Member(asked, "agent_name"));
        json.WriteElement("resource_id"u8, Member(asked, "resource_id"));
        json.WriteElement("description"u8, Member(asked, "description"));
        json.WriteElement("tool_name"u8, Member(asked, "tool_name"));
        json.WriteElement("action_details"u8, Member(asked, "action_details"));
        json.WriteElement("context"u8, Member(asked, "context"));
        json.WriteString("target_system"u8, action.Resource);
        json.WriteString("user_id"u8, action.RequestedBy);
        json.WriteNumber("organization_id"u8, action.OrganisationId);
        json.WriteString("orchestration_session_id"u8, action.SessionId);
        json.WriteString("recommendation"u8, RecommendationFor(action.Status));
        json.WriteTime("created_at"u8, action.CreatedAt);
        WriteTrail(json, action);
    }

    private static bool WriteChanged(Utf8JsonWriter json, JsonProperty member, StoredAction action, ActionOutcome outcome, ActionScan? scan)
    {
        if (member.NameEquals("status"u8))
            json.WriteString("status"u8, action.Status);
        else if (member.NameEquals("decision"u8))
            json.WriteString("decision"u8, action.Status == ActionStatus.Pending ? "pending" : action.Status);
        else if (member.NameEquals("execution_allowed"u8))
            json.WriteBoolean("execution_allowed"u8, action.Status == ActionStatus.Approved);
        else if (member.NameEquals("reason"u8) && outcome.RejectionReason is { } reason)
            json.WriteString("reason"u8, reason);
        else if (member.NameEquals("approved_by"u8))
            json.WriteString("approved_by"u8, action.Status == ActionStatus.Approved ? outcome.DecidedBy : null);
        else if (member.NameEquals("approved_at"u8))
            json.WriteTime("approved_at"u8, action.Status == ActionStatus.Approved ? outcome.DecidedAt : null);
        else if (member.NameEquals("comments"u8))
            json.WriteString("comments"u8, outcome.Comments);
        else if (member.NameEquals("output_scan_result"u8))
            ActionScan.Write(json, scan);
        else
            return member.NameEquals("output_findings_count"u8);

        return true;
    }

    private static void WriteTrail(Utf8JsonWriter json, StoredAction action)
    {
        var outcome = ActionOutcome.Parse(action.Outcome);
        json.WriteStartArray("audit_trail"u8);
        WriteStep(json, action.CreatedAt, "submitted", action.RequestedBy);
        if (outcome.DecidedAt is { } decided)
            WriteStep(json, decided, action.Status, outcome.DecidedBy);
        if (outcome is { ClosedAt: { } closed, ClosedAs: { } how })
            WriteStep(json, closed, how, action.AgentId);
        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, DateTimeOffset at, string action, string? actor)
    {
        json.WriteStartObject();
        json.WriteTime("timestamp"u8, at);
        json.WriteString("action"u8, action);
        json.WriteString("actor"u8, actor);
        json.WriteEndObject();
    }

    private static JsonElement Member(JsonElement request, string name) => request.TryGetProperty(name, out var value) ? value : default;

    private static string RecommendationFor(string status) => status switch
    {
        ActionStatus.Approved => "execute",
        ActionStatus.Pending => "wait",
        _ => "do_not_execute",
    };
}
