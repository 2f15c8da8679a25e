using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Actions;

/// <summary>The body of a submitted call of an MCP server's tool (contract, section 2.12), which says in other words what an action says.</summary>
internal static class McpSubmitRequest
{
    /// <summary>Reads a body. What is wrong is added to the fields' errors.</summary>
    public static SubmitRequest Read(Fields body)
    {
        var server = body.Text("mcp_server");
        var actionType = body.OptionalText("action_type", longest: 511);
        var (space, verb) = actionType is null ? (body.Text("namespace"), body.Text("verb")) : ("", "");
        var context = body.Nested("context");
        return new SubmitRequest
        {
            AgentId = body.OptionalText("agent_id", longest: 64, shortest: 3) ?? context.OptionalText("agent_id", longest: 64, shortest: 3) ?? $"mcp_{server}",
            ActionType = actionType ?? $"{space}.{verb}",
            Resource = body.Text("resource", longest: 1000),
            Description = body.OptionalText("description", longest: 4000),
            ToolName = body.OptionalText("tool_name") ?? body.OptionalText("verb"),
            Details = body.Object("parameters"),
            Context = body.Object("context"),
            Environment = body.OptionalText("environment"),
            McpServerName = server.Trim(),
            RequiresHumanApproval = context.OptionalBoolean("require_human_approval") ?? false,
        };
    }
}
