using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Stops an agent that a limit or a rule wants stopped, within the transaction that found out. Safe for concurrent use.</summary>
internal sealed class AgentSuspension(IAuditLog audit)
{
    /// <summary>Suspends an agent until an administrator activates it again; one that is not registered cannot be suspended.</summary>
    public async ValueTask SuspendAsync(ISqlSession session, AscendCall call, string agentId, string reason)
    {
        if (await AgentTable.FindForUpdateAsync(session, call.OrganisationId, agentId) is not { } agent)
            return;

        var suspended = agent with { Status = AgentStatus.Suspended, StatusReason = reason, UpdatedAt = call.At };
        await AgentTable.UpdateAsync(session, suspended);
        await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
        await audit.AppendAsync(session, AgentEvents.StatusChanged(call, agent, suspended, "auto_suspend"));
    }
}
