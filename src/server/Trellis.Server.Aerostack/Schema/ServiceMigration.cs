using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Schema;

/// <summary>Services that projects call by name.</summary>
internal static class ServiceMigration
{
    public static Migration Step { get; } = new(
        "aerostack",
        3,
        "services",
        """
        CREATE TABLE aerostack_services (
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            name text NOT NULL,
            url text NOT NULL,
            timeout_ms bigint NOT NULL,
            created_at bigint NOT NULL,
            PRIMARY KEY (project_id, name)
        );
        """);
}
