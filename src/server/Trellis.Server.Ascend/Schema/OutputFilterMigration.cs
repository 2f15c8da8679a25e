using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>How the output of agents is filtered, and what the scans of each action's output came to.</summary>
internal static class OutputFilterMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        7,
        "settings of the output filter and scans of actions",
        """
        CREATE TABLE ascend_output_filters (
            organisation_id bigint NOT NULL PRIMARY KEY REFERENCES organisations (id),
            document text NOT NULL,
            updated_by text NOT NULL,
            updated_at bigint NOT NULL
        );
        CREATE TABLE ascend_action_scans (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            action_id bigint NOT NULL,
            result bigint NOT NULL,
            findings bigint NOT NULL,
            scanned_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, action_id)
        );
        """);
}
