using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Anomalies;

/// <summary>The SQL of what agents did hour by hour.</summary>
internal static class ActivityTable
{
    private const long HourMicroseconds = 3_600_000_000;

    // As an action's outcome is stored; what an agent reports is stored in another form and does not match.
    private const string Failed = "%\"closed_as\":\"failed\"%";

    /// <summary>The hours with actions, of the last so many.</summary>
    public static ValueTask<IReadOnlyList<HourOfActivity>> ListAsync(
        ISqlSession session, long organisationId, string agentId, DateTimeOffset now, int hours)
    {
        var end = UnixTime.ToMicroseconds(now);
        return session.QueryAsync(
            $"""
            SELECT ({end} - created_at) / {HourMicroseconds} AS age, COUNT(*), CAST(SUM(risk_score) AS bigint),
                   COUNT(CASE WHEN outcome LIKE {Failed} THEN 1 END)
            FROM ascend_actions
            WHERE organisation_id = {organisationId} AND agent_id = {agentId} AND created_at > {end - (hours * HourMicroseconds)}
              AND created_at <= {end}
            GROUP BY 1
            """,
            static row => new HourOfActivity(row.Integer(0), row.Integer(1), row.Integer(2), row.Integer(3)));
    }
}
