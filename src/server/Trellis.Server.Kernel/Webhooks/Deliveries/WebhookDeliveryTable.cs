using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The SQL of deliveries, as callers see them. A delivery that waits has a due time, all others have none.</summary>
internal static class WebhookDeliveryTable
{
    private static readonly SqlFragment Columns = new(
        "id, subscription_id, event_id, event, state, attempts, due_at, last_status, last_error, created_at, finished_at");

    public static ValueTask<int> InsertAsync(
        ISqlSession session, string id, string subscriptionId, string platform, WebhookMessage message, byte[] body, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO webhook_deliveries (
                id, organisation_id, platform, subscription_id, event_id, event, body, state, attempts, failures, due_at, created_at)
            VALUES (
                {id}, {message.OrganisationId}, {platform}, {subscriptionId}, {message.Id}, {message.Event}, {body},
                {WebhookDeliveryState.Pending}, 0, 0, {now}, {now})
            """);

    public static ValueTask<IReadOnlyList<WebhookDelivery>> ListAsync(
        ISqlSession session, long organisationId, string platform, string subscriptionId, string? state, int limit, int offset) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM webhook_deliveries
            WHERE subscription_id = {subscriptionId} AND organisation_id = {organisationId} AND platform = {platform}
                AND ({state is null} = 1 OR state = {state ?? ""})
            ORDER BY created_at DESC, id{session.Dialect.ByteOrder} DESC LIMIT {limit} OFFSET {offset}
            """,
            Map);

    public static ValueTask<IReadOnlyList<WebhookDelivery>> ListByStateAsync(
        ISqlSession session, long organisationId, string platform, string state, int limit, int offset) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM webhook_deliveries
            WHERE organisation_id = {organisationId} AND platform = {platform} AND state = {state}
            ORDER BY created_at DESC, id{session.Dialect.ByteOrder} DESC LIMIT {limit} OFFSET {offset}
            """,
            Map);

    public static ValueTask<WebhookDelivery?> FindAsync(ISqlSession session, long organisationId, string platform, string id) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM webhook_deliveries WHERE id = {id} AND organisation_id = {organisationId} AND platform = {platform}", Map);

    public static ValueTask<bool> RetryAsync(ISqlSession session, long organisationId, string platform, string id, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            UPDATE webhook_deliveries SET state = {WebhookDeliveryState.Pending}, failures = 0, due_at = {now}, finished_at = NULL
            WHERE id = {id} AND organisation_id = {organisationId} AND platform = {platform} AND state = {WebhookDeliveryState.Dead}
            """);

    public static ValueTask<bool> ResolveAsync(ISqlSession session, long organisationId, string platform, string id, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            UPDATE webhook_deliveries SET state = {WebhookDeliveryState.Resolved}, finished_at = {now}
            WHERE id = {id} AND organisation_id = {organisationId} AND platform = {platform} AND state = {WebhookDeliveryState.Dead}
            """);

    public static ValueTask<IReadOnlyList<(string State, long Deliveries, long Attempts)>> CountAsync(
        ISqlSession session, long organisationId, string platform) =>
        session.QueryAsync(
            $"""
            SELECT state, COUNT(*), CAST(SUM(attempts) AS bigint) FROM webhook_deliveries
            WHERE organisation_id = {organisationId} AND platform = {platform} GROUP BY state
            """,
            static row => (row.Text(0), row.Integer(1), row.Integer(2)));

    /// <summary>Forgets up to <paramref name="limit"/> deliveries that were settled before a time, with their attempts.</summary>
    public static async ValueTask<int> PurgeAsync(ISqlSession session, DateTimeOffset before, int limit)
    {
        var ids = await session.QueryAsync(
            $"""
            SELECT id FROM webhook_deliveries
            WHERE finished_at < {before} AND state IN ({WebhookDeliveryState.Delivered}, {WebhookDeliveryState.Resolved})
            LIMIT {limit}{session.Dialect.ForUpdateSkipLocked}
            """,
            static row => row.Text(0));
        foreach (var id in ids)
        {
            await session.ExecuteAsync($"DELETE FROM webhook_attempts WHERE delivery_id = {id}");
            await session.ExecuteAsync($"DELETE FROM webhook_deliveries WHERE id = {id}");
        }

        return ids.Count;
    }

    private static WebhookDelivery Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        SubscriptionId = row.Text(1),
        EventId = row.Text(2),
        Event = row.Text(3),
        State = row.Text(4),
        Attempts = (int)row.Integer(5),
        NextAttemptAt = row.TimeOrNull(6),
        LastStatusCode = (int?)row.IntegerOrNull(7),
        LastError = row.TextOrNull(8),
        CreatedAt = row.Time(9),
        FinishedAt = row.TimeOrNull(10),
    };
}
