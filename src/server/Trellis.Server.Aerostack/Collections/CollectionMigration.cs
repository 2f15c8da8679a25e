using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Collections;

/// <summary>The items of collections.</summary>
internal static class CollectionMigration
{
    public static Migration Step { get; } = new(
        "aerostack.collections",
        1,
        "items",
        """
        CREATE TABLE aerostack_items (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            collection text NOT NULL,
            data text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL
        );
        CREATE INDEX aerostack_items_of_collection ON aerostack_items (project_id, collection, created_at, id);
        """);
}
