using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Mcp;
using Trellis.Server.Ascend.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What an organisation knows about an action before it is judged: its agent, its MCP server, its model.</summary>
/// <param name="State">What holds in the organisation; the rest is part of it and counts as long as it does.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Mcp">What the gate says to the tool of an MCP server; null for an action that calls none.</param>
/// <param name="Model">What the gate says to the model that the action names; null for an action that names none.</param>
internal sealed record Circumstances(GovernanceState State, AgentProfile Agent, McpVerdict? Mcp, ModelGate? Model)
{
    /// <summary>Why the action is refused without being judged; null when it is not (contract, section 2.3).</summary>
    public AscendError? Refusal => Mcp?.Refusal ?? Model?.Refusal;

    /// <summary>What this server remembers; false when it does not remember all of it.</summary>
    public static bool TryFind(GovernanceState? state, SubmitRequest request, [NotNullWhen(true)] out Circumstances? circumstances)
    {
        circumstances = null;
        if (state is null || !state.Agents.TryGet(request.AgentId, out var agent))
            return false;

        McpServer? server = null;
        if (request.McpServerName is { } name && !state.McpServers.TryGet(name, out server))
            return false;

        string? status = null;
        if (request.ModelId is { } model && !state.Models.TryGet(model, out status))
            return false;

        circumstances = Of(state, agent, request, server, status);
        return true;
    }

    /// <summary>What holds in the session's transaction.</summary>
    public static async ValueTask<Circumstances> LoadAsync(ISqlSession session, GovernanceState state, SubmitRequest request)
    {
        var agent = await state.Agents.GetAsync(session, request.AgentId);
        var server = request.McpServerName is { } name ? await state.McpServers.GetAsync(session, name) : null;
        var status = request.ModelId is { } model ? await state.Models.GetAsync(session, model) : null;
        return Of(state, agent, request, server, status);
    }

    private static Circumstances Of(GovernanceState state, AgentProfile agent, SubmitRequest request, McpServer? server, string? modelStatus) => new(
        state,
        agent,
        request.McpServerName is { } name ? McpGate.Of(server, name, request.ToolName, request.ActionType) : null,
        request.ModelId is { } model ? ModelGate.Judge(model, modelStatus) : null);
}
