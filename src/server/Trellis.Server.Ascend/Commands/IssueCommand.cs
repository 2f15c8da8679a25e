using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Commands;

/// <summary>Gives commands to agents.</summary>
internal sealed class IssueCommand(CallWrites writes, IAuditLog audit)
{
    /// <summary>To the agent that the path names.</summary>
    public ValueTask<JsonAnswer> ToAgentAsync(AscendCall call) => IssueAsync(call, call.Route("agent_id"));

    /// <summary>To all agents of the organisation.</summary>
    public ValueTask<JsonAnswer> ToAllAsync(AscendCall call) => IssueAsync(call, agentId: null);

    /// <summary>Keeps and carries out a command, with its mark and its audit record.</summary>
    public static async ValueTask KeepAsync(ISqlSession session, IAuditLog audit, AscendCall call, AgentCommand command)
    {
        await CommandTable.AddAsync(session, command);
        await CommandEffects.ApplyAsync(session, command);
        await GovernanceVersions.MarkRegistryAsync(session, command.OrganisationId);
        await audit.AppendAsync(session, CommandEvents.Issued(call, command));
    }

    private async ValueTask<JsonAnswer> IssueAsync(AscendCall call, string? agentId)
    {
        var fields = new Fields(call.Body);
        var command = CommandRequest.Read(call, fields, agentId);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await writes.RunAsync(call, async session =>
        {
            if (agentId is not null && await AgentTable.FindAsync(session, call.OrganisationId, agentId) is null)
                return AscendErrors.NotFound("The agent");

            await KeepAsync(session, audit, call, command);
            return Answer.Created(json =>
            {
                json.WriteBoolean("success"u8, true);
                CommandJson.WriteMembers(json, command, "pending");
            });
        });
    }
}
