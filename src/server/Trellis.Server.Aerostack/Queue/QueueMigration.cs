using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>Those who are called with jobs. The jobs themselves are the kernel's.</summary>
internal static class QueueMigration
{
    public static Migration Step { get; } = new(
        "aerostack.queue",
        1,
        "consumers",
        """
        CREATE TABLE aerostack_queue_consumers (
            id text NOT NULL PRIMARY KEY,
            organisation_id bigint NOT NULL,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            type text NOT NULL,
            url text NOT NULL,
            sealed_secret text NOT NULL,
            created_at bigint NOT NULL,
            UNIQUE (project_id, type)
        );
        """);
}
