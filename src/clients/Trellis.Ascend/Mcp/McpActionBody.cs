using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// The body of a tool call's submission, members in their sorted order; those without a value are sent as null.
/// Contract section 2.12.
/// </summary>
internal sealed class McpActionBody(McpAction action, AscendClientOptions options) : RequestBody
{
    private static readonly JsonObject Nothing = [];

    public override void WriteTo(PooledBuffer output)
    {
        var writer = new CanonicalWriter(output);
        writer.BeginObject();
        writer.Member("action_type", action.ActionType);
        writer.Member("context", action.Context ?? Nothing, ScoreFilter.Instance);
        writer.Member("description", (JsonNode?)action.Description);
        writer.Member("environment", action.Environment ?? options.Environment);
        writer.Member("mcp_server", action.McpServer);
        writer.Member("namespace", action.Namespace);
        writer.Member("parameters", action.Parameters ?? Nothing, ScoreFilter.Instance);
        writer.Member("resource", action.Resource);
        writer.Member("tool_name", (JsonNode?)action.ToolName);
        writer.Member("verb", action.Verb);
        writer.EndObject();
    }
}
