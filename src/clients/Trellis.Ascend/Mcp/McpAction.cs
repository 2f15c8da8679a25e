using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>A call of an MCP server's tool. Contract section 2.12.</summary>
public sealed class McpAction
{
    /// <summary>The server.</summary>
    public required string McpServer { get; init; }

    /// <summary>The tool's area, such as <c>filesystem</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>What it does there, such as <c>write</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>What is acted upon.</summary>
    public required string Resource { get; init; }

    /// <summary>The tool's arguments. Not changed, and must not change during the call.</summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>The circumstances. Not changed.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The tool's name.</summary>
    public string? ToolName { get; init; }

    /// <summary>The environment that is acted in.</summary>
    /// <value><see langword="null"/>: the client's.</value>
    public string? Environment { get; init; }

    /// <summary>Whether the endpoint for MCP is called. If not, the call is submitted as an ordinary action whose context names the server.</summary>
    /// <value><see langword="true"/>.</value>
    public bool UseMcpEndpoint { get; init; } = true;

    /// <summary>By which the server knows the call again.</summary>
    /// <value><see langword="null"/>: a fresh one per call.</value>
    public string? IdempotencyKey { get; init; }

    /// <summary>The kind of action: <see cref="Namespace"/> and <see cref="Verb"/> with a full stop between them.</summary>
    public string ActionType => $"{Namespace}.{Verb}";

    /// <summary>The call as an ordinary action.</summary>
    internal AgentAction ToAgentAction() => new()
    {
        ActionType = ActionType,
        Resource = Resource,
        Parameters = Parameters,
        Context = MemberMerge.Merge(
            Context, ("mcp_server", McpServer), ("namespace", Namespace), ("verb", Verb), ("tool_name", ToolName), ("environment", Environment))!,
        McpServerName = McpServer,
        IdempotencyKey = IdempotencyKey,
    };
}
