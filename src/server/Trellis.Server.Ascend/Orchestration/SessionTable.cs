using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>The SQL of sessions, which are what their actions make of them.</summary>
internal static class SessionTable
{
    /// <summary>The session in numbers; null when no action belongs to it.</summary>
    public static async ValueTask<SessionSummary?> SummariseAsync(ISqlSession session, long organisationId, string sessionId)
    {
        // Sums and counts without rows are one row of nulls; a session without actions is none.
        var summary = await session.QueryFirstOrDefaultAsync(
            $"""
            SELECT COUNT(*), CAST(SUM(risk_score) AS bigint), MAX(risk_score), MAX(depth), MIN(created_at), MAX(updated_at)
            FROM ascend_actions WHERE organisation_id = {organisationId} AND session_id = {sessionId}
            """,
            static row => row.Integer(0) == 0
                ? null
                : new SessionSummary(row.Integer(0), row.Integer(1), row.Integer(2), row.IntegerOrNull(3) ?? 0, row.Time(4), row.Time(5)));
        return summary;
    }

    /// <summary>The actions of a session, in the order in which they were asked for.</summary>
    public static ValueTask<IReadOnlyList<SessionAction>> ListAsync(ISqlSession session, long organisationId, string sessionId, int most) =>
        session.QueryAsync(
            $"""
            SELECT id, agent_id, action_type, resource, status, risk_score, depth, created_at
            FROM ascend_actions WHERE organisation_id = {organisationId} AND session_id = {sessionId}
            ORDER BY id LIMIT {most}
            """,
            static row => new SessionAction(
                row.Integer(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Integer(5), row.IntegerOrNull(6), row.Time(7)));

    /// <summary>All sessions in numbers; those with an action since a moment are active.</summary>
    public static async ValueTask<OrchestrationStats> SummariseAllAsync(ISqlSession session, long organisationId, DateTimeOffset activeSince) =>
        (await session.QueryFirstOrDefaultAsync(
            $"""
            SELECT COUNT(DISTINCT session_id), COUNT(DISTINCT CASE WHEN updated_at >= {activeSince} THEN session_id END), COUNT(*),
                   CAST(SUM(risk_score) AS bigint), MAX(risk_score), MAX(depth)
            FROM ascend_actions WHERE organisation_id = {organisationId} AND session_id IS NOT NULL
            """,
            static row => new OrchestrationStats(
                row.Integer(0), row.Integer(1), row.Integer(2), row.IntegerOrNull(3) ?? 0, row.IntegerOrNull(4) ?? 0, row.IntegerOrNull(5) ?? 0)))!;
}
