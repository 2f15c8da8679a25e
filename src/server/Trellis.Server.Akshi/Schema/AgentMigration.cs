using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>What agents remember of the files they have read, and what they have spent.</summary>
internal static class AgentMigration
{
    public static Migration Step { get; } = new(
        "akshi-agents",
        1,
        "memory and spending",
        """
        CREATE TABLE akshi_agent_files (
            agent text NOT NULL,
            path text NOT NULL,
            length bigint NOT NULL,
            modified_at bigint NOT NULL,
            mark text NOT NULL,
            position bigint NOT NULL,
            line bigint NOT NULL,
            reported text NOT NULL,
            pending text NOT NULL,
            PRIMARY KEY (agent, path)
        );
        CREATE TABLE akshi_agent_spending (
            agent text NOT NULL,
            day bigint NOT NULL,
            micro_usd bigint NOT NULL,
            PRIMARY KEY (agent, day)
        );
        """);
}
