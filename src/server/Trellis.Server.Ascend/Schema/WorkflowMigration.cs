using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>What organisations have changed of their approval workflows.</summary>
internal static class WorkflowMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        3,
        "approval workflows",
        """
        CREATE TABLE ascend_workflows (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            workflow_id text NOT NULL,
            definition text NOT NULL,
            updated_at bigint NOT NULL,
            updated_by text NOT NULL,
            PRIMARY KEY (organisation_id, workflow_id)
        );
        """);
}
