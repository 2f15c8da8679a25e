using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Alerts;

/// <summary>Alerts on the wire.</summary>
internal static class AlertJson
{
    /// <summary>Writes everything that is known of an alert.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Alert alert)
    {
        json.WriteNumber("id"u8, alert.Number);
        json.WriteNumber("alert_id"u8, alert.Number);
        json.WriteString("type"u8, alert.Type);
        json.WriteString("severity"u8, alert.Severity);
        json.WriteString("title"u8, alert.Title);
        json.WriteString("message"u8, alert.Message);
        json.WriteString("agent_id"u8, alert.AgentId);
        json.WriteNumberOrNull("action_id"u8, alert.ActionId);
        json.WriteString("resource"u8, alert.Resource);
        json.WritePropertyName("details"u8);
        json.WriteRawValue(alert.Details);
        json.WriteTime("created_at"u8, alert.CreatedAt);
        json.WriteBoolean("acknowledged"u8, alert.AcknowledgedAt is not null);
        json.WriteTime("acknowledged_at"u8, alert.AcknowledgedAt);
        json.WriteString("acknowledged_by"u8, alert.AcknowledgedBy);
    }
}
