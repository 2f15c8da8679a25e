using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Files and how much room they take. Their bytes are the kernel's blobs.</summary>
internal static class StorageMigration
{
    public static Migration Step { get; } = new(
        "aerostack.storage",
        1,
        "files",
        """
        CREATE TABLE aerostack_objects (
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            key text NOT NULL,
            blob_id text NOT NULL,
            size bigint NOT NULL,
            sha256 text NOT NULL,
            content_type text NOT NULL,
            modified_at bigint NOT NULL,
            PRIMARY KEY (project_id, key)
        );
        CREATE TABLE aerostack_storage_usage (
            project_id text NOT NULL PRIMARY KEY REFERENCES aerostack_projects (id),
            bytes bigint NOT NULL
        );
        """);
}
