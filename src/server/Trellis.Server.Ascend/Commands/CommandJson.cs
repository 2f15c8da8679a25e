using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Commands;

/// <summary>Commands on the wire.</summary>
internal static class CommandJson
{
    public static void WriteMembers(Utf8JsonWriter json, AgentCommand command, string status)
    {
        json.WriteString("command_id"u8, command.CommandId);
        json.WriteString("agent_id"u8, command.AgentId);
        json.WriteString("command_type"u8, command.CommandType);
        json.WriteString("target_type"u8, command.TargetType);
        json.WriteString("mcp_server"u8, command.McpServer);
        json.WriteString("reason"u8, command.Reason);
        json.WritePropertyName("parameters"u8);
        json.WriteRawValue(command.Parameters);
        json.WriteString("status"u8, status);
        json.WriteString("issued_by"u8, command.IssuedBy);
        json.WriteString("issued_via"u8, command.IssuedVia);
        json.WriteTime("created_at"u8, command.CreatedAt);
        json.WriteTime("expires_at"u8, command.ExpiresAt);
        json.WriteBoolean("is_broadcast"u8, command.AgentId is null);
    }
}
