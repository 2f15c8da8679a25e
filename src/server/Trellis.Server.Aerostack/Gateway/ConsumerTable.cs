using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>The SQL of consumers and what they used.</summary>
internal static class ConsumerTable
{
    private static readonly SqlFragment Columns = new(
        "id, project_id, hash, hint, name, purchased, consumed, hard_limit, soft_limit, created_at, revoked_at");

    public static ValueTask<int> AddAsync(ISqlSession session, Consumer consumer) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_consumers ({Columns})
            VALUES ({consumer.Id}, {consumer.ProjectId}, {consumer.Hash}, {consumer.Hint}, {consumer.Name}, {consumer.Purchased}, {consumer.Consumed},
                    {consumer.HardLimit}, {consumer.SoftLimit}, {consumer.CreatedAt}, {consumer.RevokedAt})
            """);

    public static ValueTask<Consumer?> FindByHashAsync(ISqlSession session, string hash) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM aerostack_consumers WHERE hash = {hash}", Map);

    public static ValueTask<Consumer?> FindAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM aerostack_consumers WHERE project_id = {projectId} AND id = {id}", Map);

    /// <summary>The consumers of a project, newest first.</summary>
    public static ValueTask<IReadOnlyList<Consumer>> ListAsync(ISqlSession session, string projectId) =>
        session.QueryAsync($"SELECT {Columns} FROM aerostack_consumers WHERE project_id = {projectId} ORDER BY created_at DESC, id DESC", Map);

    /// <summary>Ends a consumer's key; false when the project has none with this id or it had ended already.</summary>
    public static ValueTask<bool> RevokeAsync(ISqlSession session, string projectId, string id, DateTimeOffset at) =>
        session.TryExecuteAsync(
            $"UPDATE aerostack_consumers SET revoked_at = {at} WHERE project_id = {projectId} AND id = {id} AND revoked_at IS NULL");

    /// <summary>Takes units from a wallet.</summary>
    public static ValueTask<int> ConsumeAsync(ISqlSession session, string id, long units) =>
        session.ExecuteAsync($"UPDATE aerostack_consumers SET consumed = consumed + {units} WHERE id = {id}");

    /// <summary>Counts a request and its tokens on a day.</summary>
    public static ValueTask<int> CountAsync(ISqlSession session, string id, string slug, long day, long tokens) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_gateway_usage (consumer_id, api_slug, day, requests, tokens) VALUES ({id}, {slug}, {day}, 1, {tokens})
            ON CONFLICT (consumer_id, api_slug, day) DO UPDATE
            SET requests = aerostack_gateway_usage.requests + 1, tokens = aerostack_gateway_usage.tokens + excluded.tokens
            """);

    /// <summary>What was used of an API from a day on.</summary>
    public static async ValueTask<(long Requests, long Tokens)> SumAsync(ISqlSession session, string id, string slug, long fromDay) =>
        await session.QueryFirstOrDefaultAsync(
            $"""
            SELECT CAST(COALESCE(SUM(requests), 0) AS bigint), CAST(COALESCE(SUM(tokens), 0) AS bigint) FROM aerostack_gateway_usage
            WHERE consumer_id = {id} AND api_slug = {slug} AND day >= {fromDay}
            """,
            static row => (row.Integer(0), row.Integer(1)));

    /// <summary>Notes units that an application has charged.</summary>
    public static ValueTask<int> LogAsync(ISqlSession session, Consumer consumer, string apiId, string metric, long units, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_billing_log (id, project_id, consumer_id, api_id, metric, units, logged_at)
            VALUES ({$"bil_{Guid.CreateVersion7(at):N}"}, {consumer.ProjectId}, {consumer.Id}, {apiId}, {metric}, {units}, {at})
            """);

    private static Consumer Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        ProjectId = row.Text(1),
        Hash = row.Text(2),
        Hint = row.Text(3),
        Name = row.Text(4),
        Purchased = row.IntegerOrNull(5),
        Consumed = row.Integer(6),
        HardLimit = row.IntegerOrNull(7),
        SoftLimit = row.IntegerOrNull(8),
        CreatedAt = row.Time(9),
        RevokedAt = row.TimeOrNull(10),
    };
}
