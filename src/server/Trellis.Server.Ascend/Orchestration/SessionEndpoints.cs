using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>What happened in orchestration sessions (contract, section 2.13).</summary>
internal sealed class SessionEndpoints(IStore store)
{
    private const int MostActions = 500;
    private static readonly TimeSpan Active = TimeSpan.FromHours(1);

    /// <summary>A session, with its first actions.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var id = call.Route("session_id");
        var (summary, actions) = await store.ReadAsync(
            async session => (
                await SessionTable.SummariseAsync(session, call.OrganisationId, id),
                await SessionTable.ListAsync(session, call.OrganisationId, id, MostActions)),
            call.Aborted);
        return summary is null ? AscendErrors.NotFound("The session") : Answer.Ok(json =>
        {
            json.WriteString("session_id"u8, id);
            json.WriteNumber("organization_id"u8, call.OrganisationId);
            json.WriteNumber("action_count"u8, summary.Actions);
            json.WriteNumber("cumulative_risk"u8, summary.CumulativeRisk);
            json.WriteNumber("max_depth"u8, summary.MaxDepth);
            json.WriteTime("started_at"u8, summary.StartedAt);
            json.WriteTime("last_activity_at"u8, summary.LastActivityAt);
            json.WriteStartArray("actions"u8);
            foreach (var action in actions)
                Write(json, action);
            json.WriteEndArray();
        });
    }

    /// <summary>How risky a session is.</summary>
    public async ValueTask<JsonAnswer> RiskAsync(AscendCall call)
    {
        var id = call.Route("session_id");
        var summary = await store.ReadAsync(session => SessionTable.SummariseAsync(session, call.OrganisationId, id), call.Aborted);
        return summary is null ? AscendErrors.NotFound("The session") : Answer.Ok(json =>
        {
            json.WriteString("session_id"u8, id);
            json.WriteNumber("cumulative_risk_score"u8, summary.CumulativeRisk);
            json.WriteNumber("max_risk_score"u8, summary.MaxRisk);
            json.WriteNumber("action_count"u8, summary.Actions);
        });
    }

    /// <summary>All sessions in numbers.</summary>
    public async ValueTask<JsonAnswer> StatsAsync(AscendCall call)
    {
        var stats = await store.ReadAsync(session => SessionTable.SummariseAllAsync(session, call.OrganisationId, call.At - Active), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("organization_id"u8, call.OrganisationId);
            json.WriteNumber("total_sessions"u8, stats.Sessions);
            json.WriteNumber("active_sessions"u8, stats.ActiveSessions);
            json.WriteNumber("total_actions"u8, stats.Actions);
            json.WriteNumber("average_risk_score"u8, stats.Actions == 0 ? 0 : Math.Round((double)stats.CumulativeRisk / stats.Actions, 1));
            json.WriteNumber("max_risk_score"u8, stats.MaxRisk);
            json.WriteNumber("max_depth"u8, stats.MaxDepth);
        });
    }

    private static void Write(Utf8JsonWriter json, SessionAction action)
    {
        json.WriteStartObject();
        json.WriteNumber("action_id"u8, action.Id);
        json.WriteString("agent_id"u8, action.AgentId);
        json.WriteString("action_type"u8, action.ActionType);
        json.WriteString("resource"u8, action.Resource);
        json.WriteString("status"u8, action.Status);
        json.WriteNumber("risk_score"u8, action.RiskScore);
        json.WriteNumberOrNull("depth"u8, action.Depth);
        json.WriteTime("created_at"u8, action.CreatedAt);
        json.WriteEndObject();
    }
}
