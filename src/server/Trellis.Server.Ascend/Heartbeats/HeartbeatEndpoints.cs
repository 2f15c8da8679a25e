using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Heartbeats;

/// <summary>How agents say that they live, and how they are. No decision depends on it, so the registry is not marked.</summary>
internal sealed class HeartbeatEndpoints(IStore store)
{
    /// <summary>Takes a heartbeat.</summary>
    public async ValueTask<JsonAnswer> BeatAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var beat = new Heartbeat
        {
            AgentId = fields.Text("agent_id", 64),
            UpSince = call.At,
            At = call.At,
            SdkVersion = fields.OptionalText("sdk_version", 64),
            ResponseTimeMs = fields.OptionalNumber("response_time_ms", 0, double.MaxValue),
            ErrorRate = fields.OptionalNumber("error_rate", 0, 1),
            RequestsCount = fields.OptionalInteger("requests_count", 0, long.MaxValue),
        };
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await store.WriteAsync(session => KeepAsync(session, call, beat), call.Aborted);
    }

    /// <summary>How an agent is.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var agentId = call.Route("agent_id");
        var (agent, beat) = await store.ReadAsync(
            async session => (
                await AgentTable.FindAsync(session, call.OrganisationId, agentId),
                await HeartbeatTable.FindAsync(session, call.OrganisationId, agentId)),
            call.Aborted);
        return agent is null ? AscendErrors.NotFound("The agent") : Health(agent, beat, call.At);
    }

    private static async ValueTask<JsonAnswer> KeepAsync(ISqlSession session, AscendCall call, Heartbeat beat)
    {
        if (await AgentTable.FindAsync(session, call.OrganisationId, beat.AgentId) is null)
            return AscendErrors.NotFound("The agent");

        var last = await HeartbeatTable.FindAsync(session, call.OrganisationId, beat.AgentId);
        if (last?.IsOffline(call.At) is false)
            beat = beat with { UpSince = last.UpSince };
        await HeartbeatTable.SetAsync(session, call.OrganisationId, beat);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteString("agent_id"u8, beat.AgentId);
            json.WriteString("status"u8, beat.StatusAt(call.At));
            json.WriteTime("next_expected_at"u8, call.At + Heartbeat.Interval);
        });
    }

    private static Answer Health(Agent agent, Heartbeat? beat, DateTimeOffset now) => Answer.Ok(json =>
    {
        json.WriteString("agent_id"u8, agent.AgentId);
        json.WriteString("status"u8, beat?.StatusAt(now) ?? "offline");
        json.WriteTime("last_heartbeat"u8, beat?.At);
        json.WriteNumberOrNull("uptime_seconds"u8, beat is null || beat.IsOffline(now) ? null : (long)(now - beat.UpSince).TotalSeconds);
        json.WriteStartObject("metadata"u8);
        json.WriteString("agent_status"u8, agent.Status);
        json.WriteNumberOrNull("missed_heartbeats"u8, beat?.Missed(now));
        json.WriteString("sdk_version"u8, beat?.SdkVersion);
        if (beat?.ResponseTimeMs is { } responseTime)
            json.WriteNumber("response_time_ms"u8, responseTime);
        if (beat?.ErrorRate is { } errorRate)
            json.WriteNumber("error_rate"u8, errorRate);
        json.WriteNumberOrNull("requests_count"u8, beat?.RequestsCount);
        json.WriteEndObject();
    });
}
