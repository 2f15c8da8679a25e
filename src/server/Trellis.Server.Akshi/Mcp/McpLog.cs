using Microsoft.Extensions.Logging;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>What the MCP servers log; its event ids are 6110 to 6119.</summary>
internal static partial class McpLog
{
    [LoggerMessage(6110, LogLevel.Warning, "The tool {Tool} failed")]
    public static partial void ToolFailed(ILogger logger, string tool, Exception error);
}
