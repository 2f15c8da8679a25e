using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Schema;

/// <summary>The schema of keys and reservations. Money is in nano-US-dollars.</summary>
internal static class AskiiMigrations
{
    /// <summary>The steps, in order. They come after those of the kernel's identity.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "askii",
            1,
            "keys and reservations",
            """
            CREATE TABLE askii_keys (
                id text NOT NULL PRIMARY KEY,
                organisation_id bigint NOT NULL REFERENCES organisations (id),
                user_id text NOT NULL REFERENCES users (id),
                hash text NOT NULL UNIQUE,
                name text NOT NULL,
                alias text,
                holds_alias bigint NOT NULL,
                models text NOT NULL,
                default_model text,
                memory_enabled bigint NOT NULL,
                memory_mode text,
                blocked bigint,
                max_budget bigint,
                spend bigint NOT NULL,
                created_at bigint NOT NULL,
                expires_at bigint NOT NULL,
                revoked_at bigint
            );
            CREATE INDEX askii_keys_of_user ON askii_keys (user_id, created_at) WHERE revoked_at IS NULL;
            CREATE UNIQUE INDEX askii_keys_alias ON askii_keys (user_id, alias) WHERE holds_alias = 1;
            CREATE TABLE askii_reservations (
                id text NOT NULL PRIMARY KEY,
                key_id text NOT NULL REFERENCES askii_keys (id),
                server_id text NOT NULL,
                amount bigint NOT NULL,
                expires_at bigint NOT NULL
            );
            CREATE INDEX askii_reservations_of_key ON askii_reservations (key_id, expires_at);
            CREATE INDEX askii_reservations_of_server ON askii_reservations (server_id);
            """),
    ];
}
