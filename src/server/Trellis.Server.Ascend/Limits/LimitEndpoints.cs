using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Limits;

/// <summary>The limits of agents (contract, section 6.9).</summary>
internal sealed class LimitEndpoints(IStore store, AgentChange changes)
{
    /// <summary>Sets all limits of an agent; what is not given is not limited any more.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var limits = AgentLimits.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await changes.RunAsync(call, agent => new AgentChangeResult(
            Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteString("agent_id"u8, agent.AgentId);
                json.WriteStartObject("limits"u8);
                limits.WriteTo(json);
                json.WriteEndObject();
            }),
            agent with { Limits = limits },
            [LimitEvents.Set(call, agent.AgentId, limits)]));
    }

    /// <summary>The limits of an agent, and what it has used up.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var agentId = call.Route("agent_id");
        var (agent, usage, open) = await store.ReadAsync(
            async session => (
                await AgentTable.FindAsync(session, call.OrganisationId, agentId),
                await UsageTable.FindAsync(session, call.OrganisationId, agentId, call.At),
                await UsageTable.CountOpenAsync(session, call.OrganisationId, agentId, call.At - LimitGate.OpenFor)),
            call.Aborted);
        return agent is null ? AscendErrors.NotFound("The agent") : Answer.Ok(json =>
        {
            json.WriteString("agent_id"u8, agent.AgentId);
            json.WriteStartObject("limits"u8);
            (agent.Limits ?? AgentLimits.None).WriteTo(json);
            json.WriteEndObject();
            json.WriteStartObject("usage"u8);
            json.WriteNumber("actions_last_minute"u8, Math.Round(usage.Last(UsageSpans.Minute).Actions, 1));
            json.WriteNumber("actions_last_hour"u8, Math.Round(usage.Last(UsageSpans.Hour).Actions, 1));
            json.WriteNumber("actions_last_day"u8, Math.Round(usage.Last(UsageSpans.Day).Actions, 1));
            json.WriteNumber("cost_today"u8, usage.CostToday);
            json.WriteNumber("open_actions"u8, open);
            json.WriteEndObject();
        });
    }
}
