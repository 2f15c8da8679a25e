using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Heartbeats;

/// <summary>The SQL of heartbeats.</summary>
internal static class HeartbeatTable
{
    public static ValueTask<Heartbeat?> FindAsync(ISqlSession session, long organisationId, string agentId) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT agent_id, up_since, last_at, sdk_version, response_time_ms, error_rate, requests_count
            FROM ascend_heartbeats WHERE organisation_id = {organisationId} AND agent_id = {agentId}
            """,
            static row => new Heartbeat
            {
                AgentId = row.Text(0),
                UpSince = row.Time(1),
                At = row.Time(2),
                SdkVersion = row.TextOrNull(3),
                ResponseTimeMs = row.RealOrNull(4),
                ErrorRate = row.RealOrNull(5),
                RequestsCount = row.IntegerOrNull(6),
            });

    public static ValueTask<int> SetAsync(ISqlSession session, long organisationId, Heartbeat beat) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_heartbeats
                (organisation_id, agent_id, up_since, last_at, sdk_version, response_time_ms, error_rate, requests_count)
            VALUES ({organisationId}, {beat.AgentId}, {beat.UpSince}, {beat.At}, {beat.SdkVersion}, {beat.ResponseTimeMs}, {beat.ErrorRate},
                    {beat.RequestsCount})
            ON CONFLICT (organisation_id, agent_id) DO UPDATE
            SET up_since = excluded.up_since, last_at = excluded.last_at, sdk_version = excluded.sdk_version,
                response_time_ms = excluded.response_time_ms, error_rate = excluded.error_rate, requests_count = excluded.requests_count
            """);
}
