using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Commands;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>
/// Stops an agent and all that it directs, however far down (contract, sections 2.13 and 6.8). Without <c>confirm</c> it only says whom it
/// would stop. MCP servers are left alone: others may use them.
/// </summary>
internal sealed class CascadeKill(CallWrites writes, IAuditLog audit)
{
    private const int LongestReason = 1000;
    private const int LongestCommand = 30;

    /// <summary>Stops them, or says whom it would stop.</summary>
    public async ValueTask<JsonAnswer> RunAsync(AscendCall call)
    {
        if (!call.Caller.IsAdmin)
            return AscendErrors.Forbidden("This takes an administrator or manager.");

        var fields = new Fields(call.Body);
        var reason = fields.Text("reason", LongestReason);
        var isConfirmed = fields.OptionalBoolean("confirm") ?? false;
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await writes.RunAsync(call, session => RunAsync(session, call, reason, isConfirmed));
    }

    private async ValueTask<JsonAnswer> RunAsync(ISqlSession session, AscendCall call, string reason, bool isConfirmed)
    {
        var orchestrator = call.Route("orchestrator_id");
        if (await AgentTable.FindAsync(session, call.OrganisationId, orchestrator) is null)
            return AscendErrors.NotFound("The orchestrator");

        var affected = await ReachAsync(session, call.OrganisationId, orchestrator);
        var servers = await TopologyTable.ListAsync(session, call.OrganisationId, orchestrator, TopologyTable.McpServer);
        if (isConfirmed)
        {
            foreach (var agent in affected)
                await IssueCommand.KeepAsync(session, audit, call, Block(call, agent, reason));
        }

        await audit.AppendAsync(session, OrchestrationEvents.Cascaded(call, orchestrator, affected, reason, !isConfirmed));
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteBoolean("dry_run"u8, !isConfirmed);
            json.WriteString("orchestrator_id"u8, orchestrator);
            json.WriteString("reason"u8, reason);
            json.WriteTexts("affected_agents"u8, affected);
            json.WriteTexts("linked_mcp_servers"u8, servers);
            json.WriteNumber("blocked_count"u8, isConfirmed ? affected.Count : 0);
        });
    }

    // Topologies may go round in circles.
    private static async ValueTask<List<string>> ReachAsync(ISqlSession session, long organisationId, string orchestrator)
    {
        var reached = new List<string> { orchestrator };
        for (var next = 0; next < reached.Count; next++)
        {
            foreach (var worker in await TopologyTable.ListAsync(session, organisationId, reached[next], TopologyTable.Agent))
            {
                if (!reached.Contains(worker))
                    reached.Add(worker);
            }
        }

        return reached;
    }

    private static AgentCommand Block(AscendCall call, string agentId, string reason) => new()
    {
        OrganisationId = call.OrganisationId,
        CommandId = Guid.CreateVersion7(call.At).ToString(),
        AgentId = agentId,
        CommandType = CommandTypes.Block,
        TargetType = CommandTypes.Agent,
        Reason = reason,
        Parameters = StoredObject.Empty,
        IssuedBy = call.Caller.ActorId,
        IssuedVia = "cascade",
        CreatedAt = call.At,
        ExpiresAt = call.At.AddDays(LongestCommand),
    };
}
