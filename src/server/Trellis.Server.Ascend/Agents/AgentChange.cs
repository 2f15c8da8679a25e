using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Webhooks;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>How every change of a registered agent is made: in one transaction with its mark and its audit record.</summary>
internal sealed class AgentChange(CallWrites writes, IAuditLog audit, TrustEvents trust)
{
    /// <summary>Changes the agent that the path names.</summary>
    /// <param name="call">The request.</param>
    /// <param name="change">Says what the agent becomes, or why not.</param>
    public ValueTask<JsonAnswer> RunAsync(AscendCall call, Func<Agent, AgentChangeResult> change) => RunAsync(call, (_, agent) => new(change(agent)));

    /// <summary>Changes the agent that the path names, after a look at what else the store has.</summary>
    /// <param name="call">The request.</param>
    /// <param name="change">Says what the agent becomes, or why not.</param>
    public ValueTask<JsonAnswer> RunAsync(AscendCall call, Func<ISqlSession, Agent, ValueTask<AgentChangeResult>> change) => writes.RunAsync(
        call,
        async session =>
        {
            if (await AgentTable.FindForUpdateAsync(session, call.OrganisationId, call.Route("agent_id")) is not { } agent)
                return AscendErrors.NotFound("The agent");

            var result = await change(session, agent);
            if (result.Agent is { } changed)
            {
                await AgentTable.UpdateAsync(session, changed with { UpdatedAt = call.At });
                await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
                await trust.ChangedAsync(session, agent, changed, result.Reason, call.At);
                foreach (var auditEvent in result.Events)
                    await audit.AppendAsync(session, auditEvent);
            }

            return result.Answer;
        });
}
