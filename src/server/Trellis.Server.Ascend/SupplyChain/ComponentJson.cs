using System.Text.Json;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>Components on the wire.</summary>
internal static class ComponentJson
{
    /// <summary>Writes everything that is known of a component.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Component item)
    {
        json.WriteNumber("id"u8, item.Number);
        json.WriteString("component_id"u8, item.ComponentId);
        json.WriteString("component_type"u8, item.Type);
        json.WriteString("risk_level"u8, item.RiskLevel);
        json.WriteBoolean("is_active"u8, item.IsActive);
        item.Description.WriteTo(json);
        json.WriteNumber("vulnerability_count"u8, item.Description.Vulnerabilities.Count);
        json.WriteBoolean("has_vulnerabilities"u8, item.Description.Vulnerabilities.Count > 0);
        json.WriteString("registered_by"u8, item.RegisteredBy);
        json.WriteTime("created_at"u8, item.CreatedAt);
        json.WriteTime("updated_at"u8, item.UpdatedAt);
    }

    /// <summary>The answer of a registration.</summary>
    public static Answer Registered(Component item, bool created)
    {
        return created ? Answer.Created(Write) : Answer.Ok(Write);

        void Write(Utf8JsonWriter json)
        {
            json.WriteBoolean("success"u8, true);
            json.WriteBoolean("created"u8, created);
            WriteMembers(json, item);
            json.WriteStartObject("component"u8);
            WriteMembers(json, item);
            json.WriteEndObject();
        }
    }
}
