using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Anomalies;

/// <summary>Tells whether an agent behaves as usual. It is computed when somebody asks; nothing follows from it by itself.</summary>
internal sealed class AnomalyEndpoints(IStore store)
{
    /// <summary>How unusual an agent's last hour is.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var agentId = call.Route("agent_id");
        var (agent, hours) = await store.ReadAsync(
            async session => (
                await AgentTable.FindAsync(session, call.OrganisationId, agentId),
                await ActivityTable.ListAsync(session, call.OrganisationId, agentId, call.At, AnomalyReport.Window + 1)),
            call.Aborted);
        return agent is null ? AscendErrors.NotFound("The agent") : Report(agent, AnomalyReport.Of(hours));
    }

    private static Answer Report(Agent agent, AnomalyReport report) => Answer.Ok(json =>
    {
        json.WriteString("agent_id"u8, agent.AgentId);
        json.WriteBoolean("has_baseline"u8, report.Measures.Count > 0);
        json.WriteNumber("baseline_hours"u8, report.BaselineHours);
        json.WriteNumber("baseline_window_hours"u8, AnomalyReport.Window);
        json.WriteString("severity"u8, report.Severity ?? "none");
        json.WriteStartArray("measures"u8);
        foreach (var measure in report.Measures)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, measure.Name);
            json.WriteNumber("current"u8, Math.Round(measure.Current, 3));
            json.WriteNumber("mean"u8, Math.Round(measure.Mean, 3));
            json.WriteNumber("standard_deviation"u8, Math.Round(measure.Deviation, 3));
            json.WriteNumber("z_score"u8, Math.Round(measure.ZScore, 2));
            json.WriteString("severity"u8, measure.Severity ?? "none");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
