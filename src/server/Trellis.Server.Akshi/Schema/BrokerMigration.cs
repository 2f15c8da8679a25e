using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>Grants and what people took back of them, and sealed secrets.</summary>
internal static class BrokerMigration
{
    public static Migration Step { get; } = new(
        "akshi",
        2,
        "grants and secrets",
        """
        CREATE TABLE akshi_grants (
            id text NOT NULL PRIMARY KEY,
            agent text NOT NULL,
            domain text NOT NULL,
            secret_name text NOT NULL,
            granted_at bigint NOT NULL,
            revoked_at bigint
        );
        CREATE TABLE akshi_secrets (
            name text NOT NULL PRIMARY KEY,
            envelope text NOT NULL,
            changed_at bigint NOT NULL
        );
        """);
}
