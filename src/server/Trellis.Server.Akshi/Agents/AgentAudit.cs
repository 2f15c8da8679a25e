using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Agents;

/// <summary>Writes into the audit trail what agents were refused (contract, section 5.3). Safe for concurrent use.</summary>
internal sealed class AgentAudit(IStore store, IAuditLog audit, RuntimeOwner owner, RuntimeLog log)
{
    /// <summary>An agent was refused something. A store that fails is told in the log: it must not hurt the agent.</summary>
    public async Task RefusedAsync(string agent, AgentException refusal)
    {
        try
        {
            var entry = audit.Prepare(Refused(await owner.GetIdAsync(CancellationToken.None), agent, refusal));
            await store.WriteAsync(session => audit.AppendAsync(session, entry));
        }
        catch (StoreException)
        {
            log.Write(LogSeverity.Error, agent, $"the audit trail could not record '{refusal.Code}': the store failed");
        }
    }

    private static AuditEvent Refused(long organisationId, string agent, AgentException refusal) => new()
    {
        OrganisationId = organisationId,
        Platform = TokenEvents.Platform,
        EventType = refusal.Code,
        ActorId = agent,
        ResourceType = "agent",
        ResourceId = agent,
        Action = "run",
        Outcome = AuditOutcome.Denied,
        Data = AuditData.Object(json => json.WriteString("reason"u8, refusal.Message)),
    };
}
