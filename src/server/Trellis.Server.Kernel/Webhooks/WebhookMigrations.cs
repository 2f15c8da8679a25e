using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The schema of webhooks. Secrets and the values of custom headers stand in it sealed.</summary>
public static class WebhookMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "webhooks",
            1,
            "subscriptions, deliveries and attempts",
            """
            CREATE TABLE webhook_versions (
                organisation_id bigint NOT NULL PRIMARY KEY,
                version bigint NOT NULL
            );
            CREATE TABLE webhook_subscriptions (
                id text NOT NULL PRIMARY KEY,
                organisation_id bigint NOT NULL,
                platform text NOT NULL,
                name text NOT NULL,
                description text NOT NULL,
                url text NOT NULL,
                events text NOT NULL,
                filters text NOT NULL,
                header_names text NOT NULL,
                sealed_headers text,
                subject text,
                sealed_secret text NOT NULL,
                max_retries bigint NOT NULL,
                retry_delay_seconds bigint NOT NULL,
                rate_limit_per_minute bigint NOT NULL,
                active bigint NOT NULL,
                disabled_reason text,
                consecutive_dead_letters bigint NOT NULL,
                window_start bigint NOT NULL,
                window_count bigint NOT NULL,
                created_by text NOT NULL,
                created_at bigint NOT NULL,
                updated_at bigint NOT NULL
            );
            CREATE INDEX webhook_subscriptions_by_organisation ON webhook_subscriptions (organisation_id, platform, created_at);
            CREATE TABLE webhook_deliveries (
                id text NOT NULL PRIMARY KEY,
                organisation_id bigint NOT NULL,
                platform text NOT NULL,
                subscription_id text NOT NULL,
                event_id text NOT NULL,
                event text NOT NULL,
                body bytea NOT NULL,
                state text NOT NULL,
                attempts bigint NOT NULL,
                failures bigint NOT NULL,
                due_at bigint,
                lease text,
                last_status bigint,
                last_error text,
                created_at bigint NOT NULL,
                finished_at bigint
            );
            CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at, subscription_id) WHERE due_at IS NOT NULL;
            CREATE INDEX webhook_deliveries_by_subscription ON webhook_deliveries (subscription_id, created_at);
            CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (organisation_id, platform, state, created_at);
            CREATE TABLE webhook_attempts (
                delivery_id text NOT NULL,
                number bigint NOT NULL,
                started_at bigint NOT NULL,
                duration_ms bigint NOT NULL,
                status_code bigint,
                error text,
                response text,
                PRIMARY KEY (delivery_id, number)
            );
            """),
    ];
}
