using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>
/// Registration (contract, section 2.6). Agents register at every start: the first time they say everything, later only who they are. What
/// governs an agent is changed by administrators alone.
/// </summary>
internal sealed class AgentRegistration(CallWrites writes, IAuditLog audit)
{
    /// <summary>Registers an agent, or brings up to date what it says of itself.</summary>
    public async ValueTask<JsonAnswer> RegisterAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var id = AgentRequest.ReadId(fields);
        var fresh = AgentRequest.ReadAll(fields, Blank(call, id));
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await writes.RunAsync(call, session => RegisterAsync(session, call, fresh));
    }

    private static Agent Blank(AscendCall call, string id) => new()
    {
        OrganisationId = call.OrganisationId,
        AgentId = id,
        DisplayName = id,
        Thresholds = AgentThresholds.DefaultFor("supervised"),
        RegisteredBy = call.Caller.ActorId,
        CreatedAt = call.At,
        UpdatedAt = call.At,
    };

    private async ValueTask<JsonAnswer> RegisterAsync(ISqlSession session, AscendCall call, Agent fresh)
    {
        var known = await AgentTable.FindEvenDeregisteredForUpdateAsync(session, fresh.OrganisationId, fresh.AgentId);
        if (known is not null)
            return await RegisterAgainAsync(session, call, known);

        var number = await RegistryNumbers.NextAsync(session, fresh.OrganisationId, "agents");
        var agent = fresh with { Number = number };
        if (!await AgentTable.TryAddAsync(session, agent))
        {
            // Somebody else was quicker.
            known = await AgentTable.FindEvenDeregisteredForUpdateAsync(session, agent.OrganisationId, agent.AgentId);
            return await RegisterAgainAsync(session, call, known!);
        }

        await KeepAsync(session, call, agent, created: true);
        return AgentJson.Registered(agent, created: true);
    }

    private async ValueTask<JsonAnswer> RegisterAgainAsync(ISqlSession session, AscendCall call, Agent known)
    {
        var fields = new Fields(call.Body);
        var agent = call.Caller.IsAdmin ? AgentRequest.ReadAll(fields, known) : AgentRequest.ReadSelfDescription(fields, known);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        var created = known.DeregisteredAt is not null;
        agent = agent with { UpdatedAt = call.At, DeregisteredAt = null };
        await AgentTable.UpdateAsync(session, agent);
        await KeepAsync(session, call, agent, created);
        return AgentJson.Registered(agent, created);
    }

    private async ValueTask KeepAsync(ISqlSession session, AscendCall call, Agent agent, bool created)
    {
        await GovernanceVersions.MarkRegistryAsync(session, agent.OrganisationId);
        await audit.AppendAsync(session, AgentEvents.Registered(call, agent, created));
    }
}
