using System.Text.Json;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Mcp;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>
/// Who directs whom (contract, section 2.13). An agent's key only ever adds members: whoever could take a worker out would keep it from
/// being stopped with the rest. An administrator replaces them.
/// </summary>
internal sealed class TopologyEndpoints(IStore store, IAuditLog audit)
{
    /// <summary>Says which agents an agent directs.</summary>
    public async ValueTask<JsonAnswer> SetWorkersAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var orchestrator = TopologyRequest.ReadOrchestrator(fields);
        var workers = TopologyRequest.ReadWorkers(fields, orchestrator);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await store.WriteAsync(
            async session =>
            {
                foreach (var agent in workers.Prepend(orchestrator))
                {
                    if (await AgentTable.FindAsync(session, call.OrganisationId, agent) is null)
                        return (JsonAnswer)AscendErrors.NotFound(agent == orchestrator ? "The orchestrator" : "A worker");
                }

                return await SetAsync(session, call, orchestrator, TopologyTable.Agent, workers);
            },
            call.Aborted);
    }

    /// <summary>Says which MCP servers an agent uses.</summary>
    public async ValueTask<JsonAnswer> SetServersAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var orchestrator = TopologyRequest.ReadOrchestrator(fields);
        var numbers = TopologyRequest.ReadServers(fields);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await store.WriteAsync(
            async session =>
            {
                if (await AgentTable.FindAsync(session, call.OrganisationId, orchestrator) is null)
                    return (JsonAnswer)AscendErrors.NotFound("The orchestrator");

                var names = new List<string>(numbers.Count);
                foreach (var number in numbers)
                {
                    if (await McpServerTable.FindNameAsync(session, call.OrganisationId, number) is not { } name)
                        return AscendErrors.NotFound("An MCP server");

                    names.Add(name);
                }

                return await SetAsync(session, call, orchestrator, TopologyTable.McpServer, names);
            },
            call.Aborted);
    }

    private async ValueTask<JsonAnswer> SetAsync(
        ISqlSession session, AscendCall call, string orchestrator, string kind, IReadOnlyList<string> members)
    {
        if (call.Caller.IsAdmin)
            await TopologyTable.ClearAsync(session, call.OrganisationId, orchestrator, kind);
        foreach (var member in members)
            await TopologyTable.AddAsync(session, call.OrganisationId, orchestrator, kind, member, call.Caller.ActorId, call.At);

        var workers = await TopologyTable.ListAsync(session, call.OrganisationId, orchestrator, TopologyTable.Agent);
        var servers = await TopologyTable.ListAsync(session, call.OrganisationId, orchestrator, TopologyTable.McpServer);
        await audit.AppendAsync(session, OrchestrationEvents.TopologySet(call, orchestrator, kind, members));
        return Answer.Ok(json => Write(json, orchestrator, workers, servers));
    }

    private static void Write(Utf8JsonWriter json, string orchestrator, IReadOnlyList<string> workers, IReadOnlyList<string> servers)
    {
        json.WriteBoolean("success"u8, true);
        json.WriteString("orchestrator_agent_id"u8, orchestrator);
        json.WriteTexts("worker_agent_ids"u8, workers);
        json.WriteTexts("mcp_servers"u8, servers);
    }
}
