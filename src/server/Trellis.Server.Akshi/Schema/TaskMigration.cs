using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>Tasks of one agent for another.</summary>
internal static class TaskMigration
{
    public static Migration Step { get; } = new(
        "akshi-tasks",
        1,
        "tasks",
        """
        CREATE TABLE akshi_tasks (
            id text NOT NULL PRIMARY KEY,
            sender text NOT NULL,
            recipient text NOT NULL,
            status text NOT NULL,
            input text NOT NULL,
            output text,
            error text,
            progress text,
            server_id text,
            created_at bigint NOT NULL,
            started_at bigint,
            completed_at bigint
        );
        CREATE INDEX akshi_tasks_by_recipient ON akshi_tasks (recipient, status, created_at, id);
        CREATE INDEX akshi_tasks_by_status ON akshi_tasks (status, created_at, id);
        CREATE INDEX akshi_tasks_by_time ON akshi_tasks (created_at, id);
        """);
}
