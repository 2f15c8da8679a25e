using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.Commands;

/// <summary>What the audit trail remembers of commands (contract, section 6.7).</summary>
internal static class CommandEvents
{
    private const int LongestId = 64;

    public static AuditEvent Issued(AscendCall call, AgentCommand command) => RegistryEvent.Of(
        call, "agent_command_issued", "issue", ("agent_command", command.CommandId), json =>
        {
            json.WriteString("agent_id"u8, command.AgentId);
            json.WriteString("command_type"u8, command.CommandType);
            json.WriteString("target_type"u8, command.TargetType);
            json.WriteString("mcp_server"u8, command.McpServer);
            json.WriteString("reason"u8, command.Reason);
        });

    public static AuditEvent Acknowledged(AscendCall call, AgentCommand command, string agentId) => RegistryEvent.Of(
        call, "AGENT_COMMAND_ACKNOWLEDGED", "acknowledge", ("agent_command", command.CommandId), json =>
        {
            json.WriteString("agent_id"u8, agentId);
            json.WriteString("command_type"u8, command.CommandType);
        });

    public static AuditEvent AcknowledgementRejected(AscendCall call, string commandId, string agentId) => RegistryEvent.Of(
        call,
        "AGENT_COMMAND_ACK_REJECTED",
        "acknowledge",
        ("agent_command", Cut(commandId)),
        json => json.WriteString("agent_id"u8, Cut(agentId)),
        AuditOutcome.Denied);

    // The ids come from the path and may be anything.
    private static string Cut(string id) => id.Length <= LongestId ? id : id[..LongestId];
}
