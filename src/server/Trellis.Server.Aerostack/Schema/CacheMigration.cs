using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Schema;

/// <summary>What projects keep for a while.</summary>
internal static class CacheMigration
{
    public static Migration Step { get; } = new(
        "aerostack",
        2,
        "cache",
        """
        CREATE TABLE aerostack_cache (
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            key text NOT NULL,
            value text NOT NULL,
            size bigint NOT NULL,
            written_at bigint NOT NULL,
            expires_at bigint,
            PRIMARY KEY (project_id, key)
        );
        CREATE INDEX aerostack_cache_ending ON aerostack_cache (expires_at) WHERE expires_at IS NOT NULL;
        CREATE INDEX aerostack_cache_by_age ON aerostack_cache (project_id, written_at);
        """);
}
