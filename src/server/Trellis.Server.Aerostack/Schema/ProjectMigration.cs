using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Schema;

/// <summary>Projects and the keys that open them.</summary>
internal static class ProjectMigration
{
    public static Migration Step { get; } = new(
        "aerostack",
        1,
        "projects and keys",
        """
        CREATE TABLE aerostack_projects (
            id text NOT NULL PRIMARY KEY,
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            slug text NOT NULL UNIQUE,
            name text NOT NULL,
            created_at bigint NOT NULL
        );
        CREATE TABLE aerostack_keys (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            kind bigint NOT NULL,
            hash text NOT NULL UNIQUE,
            hint text NOT NULL,
            name text NOT NULL,
            created_at bigint NOT NULL,
            revoked_at bigint
        );
        CREATE INDEX aerostack_keys_of_project ON aerostack_keys (project_id, created_at);
        """);
}
