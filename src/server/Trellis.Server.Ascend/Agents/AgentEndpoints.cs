using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Which agents there are, and how they leave.</summary>
internal sealed class AgentEndpoints(IStore store, AgentChange changes)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 1000;

    /// <summary>The agents of the organisation.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var (status, type) = (query.Text("status"), query.Text("agent_type"));
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (agents, total) = await store.ReadAsync(
            async session => (
                await AgentTable.ListAsync(session, call.OrganisationId, status, type, page),
                await AgentTable.CountAsync(session, call.OrganisationId, status, type)),
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteStartArray("agents"u8);
            foreach (var agent in agents)
            {
                json.WriteStartObject();
                AgentJson.WriteMembers(json, agent);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, total);
            json.WriteNumber("limit"u8, page.Limit);
            json.WriteNumber("offset"u8, page.Offset);
        });
    }

    /// <summary>One agent.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var agent = await store.ReadAsync(session => AgentTable.FindAsync(session, call.OrganisationId, call.Route("agent_id")), call.Aborted);
        return agent is null ? AscendErrors.NotFound("The agent") : Answer.Ok(json => AgentJson.WriteMembers(json, agent));
    }

    /// <summary>
    /// Takes an agent out of the registry. It may come back by registering; an administrator's removal also takes back its activation, so
    /// that somebody looks at it again. What stops it goes on stopping it.
    /// </summary>
    public ValueTask<JsonAnswer> DeregisterAsync(AscendCall call) => changes.RunAsync(call, agent =>
    {
        var isStopped = agent.Status is AgentStatus.Suspended or AgentStatus.Retired;
        var gone = agent with
        {
            DeregisteredAt = call.At,
            Status = call.Caller.IsAdmin && !isStopped ? AgentStatus.Draft : agent.Status,
        };
        var answer = Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteString("agent_id"u8, gone.AgentId);
            json.WriteString("status"u8, "deregistered"u8);
            json.WriteTime("deregistered_at"u8, gone.DeregisteredAt);
            json.WriteString("message"u8, "The agent is no longer registered."u8);
        });
        return new AgentChangeResult(answer, gone, [AgentEvents.Deregistered(call, gone)]);
    });
}
