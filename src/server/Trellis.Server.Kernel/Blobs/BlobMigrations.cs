using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>The schema of blobs: which there are, how often each is referred to, and which are to be removed when.</summary>
public static class BlobMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "blobs",
            1,
            "references to blobs",
            """
            CREATE TABLE blobs (
                id text NOT NULL PRIMARY KEY,
                reference_count bigint NOT NULL,
                remove_at bigint,
                remover text
            );
            CREATE INDEX blobs_to_remove ON blobs (remove_at) WHERE remove_at IS NOT NULL;
            """),
    ];
}
