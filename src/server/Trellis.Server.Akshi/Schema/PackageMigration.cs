using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>Published packages; the modules themselves are blobs.</summary>
internal static class PackageMigration
{
    public static Migration Step { get; } = new(
        "akshi-packages",
        1,
        "packages",
        """
        CREATE TABLE akshi_packages (
            id text NOT NULL,
            version text NOT NULL,
            description text NOT NULL,
            size bigint NOT NULL,
            checksum text NOT NULL,
            blob_id text NOT NULL,
            published_at bigint NOT NULL,
            PRIMARY KEY (id, version)
        );
        """);
}
