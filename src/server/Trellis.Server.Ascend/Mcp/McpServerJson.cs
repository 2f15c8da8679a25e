using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>MCP servers on the wire.</summary>
internal static class McpServerJson
{
    /// <summary>The answer about one server.</summary>
    public static void WriteOne(Utf8JsonWriter json, McpServer server, string message)
    {
        json.WriteBoolean("success"u8, true);
        json.WriteString("message"u8, message);
        json.WriteString("server_name"u8, server.Name);
        json.WriteString("status"u8, server.Status);
        json.WriteStartObject("server"u8);
        WriteMembers(json, server);
        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>servers</c>.</summary>
    public static void WriteList(Utf8JsonWriter json, IReadOnlyList<McpServer> servers)
    {
        json.WriteStartArray("servers"u8);
        foreach (var server in servers)
        {
            json.WriteStartObject();
            WriteMembers(json, server);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, McpServer server)
    {
        json.WriteNumber("id"u8, server.Number);
        json.WriteString("server_name"u8, server.Name);
        json.WriteString("status"u8, server.Status);
        json.WriteBoolean("is_active"u8, server.IsActive);
        json.WriteString("inactive_reason"u8, server.InactiveReason);
        json.WriteString("blocked_reason"u8, server.BlockedReason);
        server.Settings.WriteTo(json);
        json.WriteNumber("organization_id"u8, server.OrganisationId);
        json.WriteString("registered_by"u8, server.RegisteredBy);
        json.WriteTime("created_at"u8, server.CreatedAt);
        json.WriteTime("updated_at"u8, server.UpdatedAt);
    }
}
