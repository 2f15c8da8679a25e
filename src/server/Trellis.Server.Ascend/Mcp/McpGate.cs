using Trellis.Server.Ascend.Errors;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>Whether a tool of an MCP server may be called at all (contract, sections 2.3 and 2.12). Pure: it needs no store.</summary>
internal static class McpGate
{
    /// <summary>Judges a call.</summary>
    /// <param name="server">What the registry knows of the server; null when it knows nothing.</param>
    /// <param name="serverName">What the call names it.</param>
    /// <param name="tools">What the call names its tool: one tool may be known as <c>query</c> and as <c>database.query</c>.</param>
    public static McpVerdict Of(McpServer? server, string serverName, params ReadOnlySpan<string?> tools)
    {
        var verdict = new McpVerdict { ServerName = serverName };
        if (server is null)
        {
            return verdict with
            {
                DenyCode = ErrorCodes.McpServerUnregistered,
                Reason = "The MCP server is not registered. Register it with POST /api/registry/mcp-servers.",
            };
        }

        verdict = verdict with
        {
            IsRegistered = true,
            IsActive = server is { IsActive: true, BlockedReason: null },
            IsToolBlocked = ContainsAny(server.Settings.BlockedTools, tools),
            IsAutoApproved = ContainsAny(server.Settings.AutoApproveTools, tools),
            RiskOverride = OverrideOf(server.Settings, tools),
        };
        return verdict switch
        {
            { IsActive: false } => verdict with { DenyCode = ErrorCodes.McpServerDeactivated, Reason = WhyInactive(server) },
            { IsToolBlocked: true } => verdict with { DenyCode = ErrorCodes.McpToolBlocked, Reason = "The MCP server's tool is blocked." },
            _ => verdict,
        };
    }

    private static string WhyInactive(McpServer server) => server switch
    {
        { BlockedReason: { } reason } => $"The MCP server is blocked by a kill switch: {reason}",
        { InactiveReason: { } reason } => $"The MCP server is not active: {reason}",
        _ => "The MCP server is not active. An administrator activates it.",
    };

    private static bool ContainsAny(IReadOnlyList<string> list, ReadOnlySpan<string?> tools)
    {
        foreach (var tool in tools)
        {
            if (tool is not null && list.Contains(tool, StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Of several names' scores, the strictest.
    private static int? OverrideOf(McpServerSettings settings, ReadOnlySpan<string?> tools)
    {
        int? highest = null;
        foreach (var tool in tools)
        {
            if (tool is not null && settings.ToolRiskOverrides.TryGetValue(tool, out var risk) && !(risk <= highest))
                highest = risk;
        }

        return highest;
    }
}
