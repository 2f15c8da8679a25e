namespace Trellis.Ascend;

/// <summary>The body of a submission, members in their sorted order. Contract sections 2.2 and 3.5.</summary>
internal sealed class ActionBody(AgentAction action, AscendClientOptions options) : RequestBody
{
    public override void WriteTo(PooledBuffer output)
    {
        var writer = new CanonicalWriter(output);
        var scores = ScoreFilter.Instance;
        var agentId = action.AgentId ?? options.AgentId;
        writer.BeginObject();
        if (scores.LeavesAnything(action.Parameters))
        {
            writer.Member("action_details", action.Parameters, scores);
        }

        writer.Member("action_type", action.ActionType);
        writer.Member("agent_id", agentId ?? AscendDefaults.UnknownAgentId);
        writer.Member("agent_name", action.AgentName ?? options.AgentName ?? agentId ?? AscendDefaults.UnknownAgentName);
        if (action.Context?.ToJson() is var context && scores.LeavesAnything(context))
        {
            writer.Member("context", context, scores);
        }

        WriteText(ref writer, "mcp_server_name", action.McpServerName?.Trim());
        WriteText(ref writer, "model_id", action.ModelId?.Trim());
        if (action.OrchestrationDepth is { } depth)
        {
            writer.Member("orchestration_depth", depth);
        }

        if (action.OrchestrationSessionId is { } session)
        {
            writer.Member("orchestration_session_id", session);
        }

        if (action.ParentActionId is { } parent)
        {
            writer.Member("parent_action_id", parent);
        }

        if (action.RequireHumanApproval)
        {
            writer.Member("require_human_approval", true);
        }

        writer.Member("resource", action.Resource);
        WriteText(ref writer, "resource_id", action.ResourceId);
        if (action.RiskIndicators?.ToJson() is var indicators && scores.LeavesAnything(indicators))
        {
            writer.Member("risk_indicators", indicators, scores);
        }

        writer.EndObject();
    }

    private static void WriteText(ref CanonicalWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.Member(name, value);
        }
    }
}
