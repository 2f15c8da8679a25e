using System.Text.Json.Nodes;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The SQL of subscriptions.</summary>
internal static class WebhookSubscriptionTable
{
    private static readonly SqlFragment Columns = new(
        "id, organisation_id, platform, name, description, url, events, filters, header_names, subject, max_retries, retry_delay_seconds, "
        + "rate_limit_per_minute, active, disabled_reason, consecutive_dead_letters, created_by, created_at, updated_at");

    /// <summary>Counts the changes of an organisation's subscriptions; zero when there never were any.</summary>
    public static async ValueTask<long> VersionAsync(ISqlSession session, long organisationId) =>
        await session.QueryIntegerAsync($"SELECT version FROM webhook_versions WHERE organisation_id = {organisationId}") ?? 0;

    public static ValueTask<int> NextVersionAsync(ISqlSession session, long organisationId) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO webhook_versions (organisation_id, version) VALUES ({organisationId}, 1)
            ON CONFLICT (organisation_id) DO UPDATE SET version = webhook_versions.version + 1
            """);

    public static ValueTask<IReadOnlyList<WebhookListener>> ListenersAsync(ISqlSession session, long organisationId) =>
        session.QueryAsync(
            $"""
            SELECT id, platform, events, filters, subject FROM webhook_subscriptions
            WHERE organisation_id = {organisationId} AND active = 1 ORDER BY created_at, id
            """,
            static row => new WebhookListener(row.Text(0), row.Text(1), Texts(row.Text(2)), WebhookFilter.Parse(row.Text(3)), row.TextOrNull(4)));

    public static ValueTask<int> InsertAsync(ISqlSession session, WebhookSubscription webhook, string sealedSecret, string? sealedHeaders) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO webhook_subscriptions (
                id, organisation_id, platform, name, description, url, events, filters, header_names, sealed_headers, subject, sealed_secret,
                max_retries, retry_delay_seconds, rate_limit_per_minute, active, disabled_reason, consecutive_dead_letters, window_start,
                window_count, created_by, created_at, updated_at)
            VALUES (
                {webhook.Id}, {webhook.OrganisationId}, {webhook.Platform}, {webhook.Name}, {webhook.Description}, {webhook.Url.OriginalString},
                {Json(webhook.Events)}, {webhook.Filters}, {Json(webhook.CustomHeaderNames)}, {sealedHeaders}, {webhook.Subject}, {sealedSecret},
                {webhook.MaxRetries}, {(long)webhook.RetryDelay.TotalSeconds}, {webhook.RateLimitPerMinute}, {webhook.IsActive}, NULL, 0, 0, 0,
                {webhook.CreatedBy}, {webhook.CreatedAt}, {webhook.UpdatedAt})
            """);

    public static ValueTask<int> UpdateAsync(ISqlSession session, WebhookSubscription webhook) =>
        session.ExecuteAsync(
            $"""
            UPDATE webhook_subscriptions SET
                name = {webhook.Name}, description = {webhook.Description}, url = {webhook.Url.OriginalString}, events = {Json(webhook.Events)},
                filters = {webhook.Filters}, header_names = {Json(webhook.CustomHeaderNames)}, subject = {webhook.Subject},
                max_retries = {webhook.MaxRetries}, retry_delay_seconds = {(long)webhook.RetryDelay.TotalSeconds},
                rate_limit_per_minute = {webhook.RateLimitPerMinute}, active = {webhook.IsActive}, disabled_reason = {webhook.DisabledReason},
                consecutive_dead_letters = {webhook.ConsecutiveDeadLetters}, updated_at = {webhook.UpdatedAt}
            WHERE id = {webhook.Id}
            """);

    public static ValueTask<int> SetHeadersAsync(ISqlSession session, string id, string? sealedHeaders) =>
        session.ExecuteAsync($"UPDATE webhook_subscriptions SET sealed_headers = {sealedHeaders} WHERE id = {id}");

    public static ValueTask<int> SetSecretAsync(ISqlSession session, string id, string sealedSecret) =>
        session.ExecuteAsync($"UPDATE webhook_subscriptions SET sealed_secret = {sealedSecret} WHERE id = {id}");

    public static ValueTask<WebhookSubscription?> FindAsync(ISqlSession session, long organisationId, string platform, string id, SqlFragment locking = default) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM webhook_subscriptions
            WHERE id = {id} AND organisation_id = {organisationId} AND platform = {platform}{locking}
            """,
            Map);

    public static ValueTask<IReadOnlyList<WebhookSubscription>> ListAsync(ISqlSession session, long organisationId, string platform) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM webhook_subscriptions
            WHERE organisation_id = {organisationId} AND platform = {platform} ORDER BY created_at, id
            """,
            Map);

    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, string platform) =>
        await session.QueryIntegerAsync(
            $"SELECT COUNT(*) FROM webhook_subscriptions WHERE organisation_id = {organisationId} AND platform = {platform}") ?? 0;

    /// <summary>Removes a subscription with all that was to be told it, and all that it was told.</summary>
    public static async ValueTask DeleteAsync(ISqlSession session, string id)
    {
        await session.ExecuteAsync(
            $"DELETE FROM webhook_attempts WHERE delivery_id IN (SELECT id FROM webhook_deliveries WHERE subscription_id = {id})");
        await session.ExecuteAsync($"DELETE FROM webhook_deliveries WHERE subscription_id = {id}");
        await session.ExecuteAsync($"DELETE FROM webhook_subscriptions WHERE id = {id}");
    }

    /// <summary>The sealed secret and headers of a subscription.</summary>
    public static ValueTask<(string Secret, string? Headers)> SealedAsync(ISqlSession session, string id) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT sealed_secret, sealed_headers FROM webhook_subscriptions WHERE id = {id}",
            static row => (row.Text(0), row.TextOrNull(1)));

    private static string Json(IEnumerable<string> texts) => new JsonArray([.. texts.Select(static text => (JsonNode)text)]).ToJsonString();

    private static IReadOnlyList<string> Texts(string json) => [.. JsonNode.Parse(json)!.AsArray().Select(static text => (string)text!)];

    private static WebhookSubscription Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        OrganisationId = row.Integer(1),
        Platform = row.Text(2),
        Name = row.Text(3),
        Description = row.Text(4),
        Url = new Uri(row.Text(5)),
        Events = Texts(row.Text(6)),
        Filters = row.Text(7),
        CustomHeaderNames = Texts(row.Text(8)),
        Subject = row.TextOrNull(9),
        MaxRetries = (int)row.Integer(10),
        RetryDelay = TimeSpan.FromSeconds(row.Integer(11)),
        RateLimitPerMinute = (int)row.Integer(12),
        IsActive = row.Boolean(13),
        DisabledReason = row.TextOrNull(14),
        ConsecutiveDeadLetters = (int)row.Integer(15),
        CreatedBy = row.Text(16),
        CreatedAt = row.Time(17),
        UpdatedAt = row.Time(18),
    };
}
