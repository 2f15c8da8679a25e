using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>The tokens that open the runtime.</summary>
internal static class TokenMigration
{
    public static Migration Step { get; } = new(
        "akshi",
        1,
        "tokens",
        """
        CREATE TABLE akshi_tokens (
            id text NOT NULL PRIMARY KEY,
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            hash text NOT NULL UNIQUE,
            hint text NOT NULL,
            created_at bigint NOT NULL
        );
        """);
}
