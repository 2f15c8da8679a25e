using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>What the audit trail remembers of MCP servers.</summary>
internal static class McpServerEvents
{
    public static AuditEvent Of(AscendCall call, McpServer server, string eventType, string action) => RegistryEvent.Of(
        call, eventType, action, ("mcp_server", server.Name), json =>
        {
            json.WriteString("status"u8, server.Status);
            json.WriteString("reason"u8, server.InactiveReason);
            json.WriteTexts("blocked_tools"u8, server.Settings.BlockedTools);
        });
}
