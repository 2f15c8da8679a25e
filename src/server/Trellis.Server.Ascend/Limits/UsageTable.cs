using Trellis.Server.Ascend.Actions;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Limits;

/// <summary>The SQL of what agents with limits have used up.</summary>
internal static class UsageTable
{
    // More than the limits of concurrency allow; older ones are not looked for, so that the cost does not grow with the agent's history.
    private const int MostRecent = 2000;

    /// <summary>Makes other transactions that count for the agent wait until this one ends, so that two do not both take the last one.</summary>
    public static ValueTask<int> LockAsync(ISqlSession session, long organisationId, string agentId, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_agent_usage (organisation_id, agent_id, span, starts_at, actions, cost)
            VALUES ({organisationId}, {agentId}, {UsageSpans.Day.Ticks}, {UsageSpans.StartOf(UsageSpans.Day, now)}, 0, {0.0})
            ON CONFLICT (organisation_id, agent_id, span, starts_at) DO UPDATE SET actions = ascend_agent_usage.actions
            """);

    public static async ValueTask<AgentUsage> FindAsync(ISqlSession session, long organisationId, string agentId, DateTimeOffset now) => new(
        await session.QueryAsync(
            $"SELECT span, starts_at, actions, cost FROM ascend_agent_usage WHERE organisation_id = {organisationId} AND agent_id = {agentId}",
            static row => new UsageRow(TimeSpan.FromTicks(row.Integer(0)), row.Time(1), row.Integer(2), row.Real(3))),
        now);

    /// <summary>Counts an action, and forgets what no longer counts.</summary>
    public static async ValueTask CountAsync(ISqlSession session, long organisationId, string agentId, double cost, DateTimeOffset now)
    {
        foreach (var span in UsageSpans.All)
        {
            var start = UsageSpans.StartOf(span, now);
            await session.ExecuteAsync(
                $"""
                INSERT INTO ascend_agent_usage (organisation_id, agent_id, span, starts_at, actions, cost)
                VALUES ({organisationId}, {agentId}, {span.Ticks}, {start}, 1, {cost})
                ON CONFLICT (organisation_id, agent_id, span, starts_at) DO UPDATE
                SET actions = ascend_agent_usage.actions + 1, cost = ascend_agent_usage.cost + excluded.cost
                """);
            await session.ExecuteAsync(
                $"""
                DELETE FROM ascend_agent_usage
                WHERE organisation_id = {organisationId} AND agent_id = {agentId} AND span = {span.Ticks} AND starts_at < {start - span}
                """);
        }
    }

    /// <summary>How many approved actions of an agent have not been reported as completed or failed; those that changed since a moment.</summary>
    public static async ValueTask<int> CountOpenAsync(ISqlSession session, long organisationId, string agentId, DateTimeOffset since)
    {
        var outcomes = await session.QueryAsync(
            $"""
            SELECT recent.outcome
            FROM (SELECT status, updated_at, outcome FROM ascend_actions
                  WHERE organisation_id = {organisationId} AND agent_id = {agentId}
                  ORDER BY id DESC LIMIT {MostRecent}) recent
            WHERE recent.status = {ActionStatus.Approved} AND recent.updated_at >= {since}
            """,
            static row => row.TextOrNull(0));
        return outcomes.Count(static outcome => ActionOutcome.Parse(outcome).ClosedAs is null);
    }
}
