namespace Trellis.Server.Ascend.Commands;

/// <summary>The words of commands that this server carries out itself.</summary>
internal static class CommandTypes
{
    /// <summary>Stops the target.</summary>
    public const string Block = "BLOCK";

    /// <summary>Lets the target go on.</summary>
    public const string Unblock = "UNBLOCK";

    /// <summary>The target is the agent itself.</summary>
    public const string Agent = "agent";

    /// <summary>The target is an MCP server.</summary>
    public const string McpServer = "mcp_server";
}
