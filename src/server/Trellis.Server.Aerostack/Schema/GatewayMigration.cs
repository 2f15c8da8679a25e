using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Schema;

/// <summary>The AI gateway: what is offered, who consumes it, and what they used.</summary>
internal static class GatewayMigration
{
    public static Migration Step { get; } = new(
        "aerostack",
        4,
        "gateway",
        """
        CREATE TABLE aerostack_gateway_apis (
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            slug text NOT NULL,
            model text,
            created_at bigint NOT NULL,
            PRIMARY KEY (project_id, slug)
        );
        CREATE TABLE aerostack_consumers (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            hash text NOT NULL UNIQUE,
            hint text NOT NULL,
            name text NOT NULL,
            purchased bigint,
            consumed bigint NOT NULL,
            hard_limit bigint,
            soft_limit bigint,
            created_at bigint NOT NULL,
            revoked_at bigint
        );
        CREATE INDEX aerostack_consumers_of_project ON aerostack_consumers (project_id, created_at);
        CREATE TABLE aerostack_gateway_usage (
            consumer_id text NOT NULL REFERENCES aerostack_consumers (id),
            api_slug text NOT NULL,
            day bigint NOT NULL,
            requests bigint NOT NULL,
            tokens bigint NOT NULL,
            PRIMARY KEY (consumer_id, api_slug, day)
        );
        CREATE TABLE aerostack_billing_log (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            consumer_id text NOT NULL REFERENCES aerostack_consumers (id),
            api_id text NOT NULL,
            metric text NOT NULL,
            units bigint NOT NULL,
            logged_at bigint NOT NULL
        );
        CREATE INDEX aerostack_billing_of_consumer ON aerostack_billing_log (consumer_id, logged_at);
        """);
}
