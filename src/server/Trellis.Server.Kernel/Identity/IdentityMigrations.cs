using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The schema of organisations, users and signing keys.</summary>
public static class IdentityMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "identity",
            1,
            "organisations, users and signing keys",
            """
            CREATE TABLE organisations (
                id bigint NOT NULL PRIMARY KEY,
                name text NOT NULL,
                created_at bigint NOT NULL
            );
            CREATE TABLE users (
                id text NOT NULL PRIMARY KEY,
                organisation_id bigint NOT NULL REFERENCES organisations (id),
                issuer text NOT NULL,
                subject text NOT NULL,
                created_at bigint NOT NULL,
                UNIQUE (organisation_id, issuer, subject)
            );
            CREATE TABLE signing_keys (
                kid text NOT NULL PRIMARY KEY,
                public_jwk text NOT NULL,
                created_at bigint NOT NULL,
                retired_at bigint
            );
            """),
    ];
}
