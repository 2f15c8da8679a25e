using System.Text.Json;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// Reads stored actions as they were asked, so that they can be looked at once more. What a header said of the environment is not kept: the
/// agent's own stands for it.
/// </summary>
internal static class RecalledAction
{
    /// <summary>What was asked.</summary>
    public static SubmitRequest Read(StoredAction action)
    {
        // Its values are used after this, and so the document is not given back.
        var asked = JsonDocument.Parse(action.Request.Memory).RootElement;
        var fields = new Fields(asked);
        var request = asked.TryGetProperty("mcp_server"u8, out _) ? McpSubmitRequest.Read(fields) : SubmitRequest.Read(fields);
        return request with { AgentId = action.AgentId, ActionType = action.ActionType, Resource = action.Resource };
    }

    /// <summary>The action as an agent that is known would ask for it.</summary>
    public static ProposedAction Propose(StoredAction action, AgentProfile agent) => ProposedAction.Of(Read(action), agent, header: null, action.CreatedAt);
}
