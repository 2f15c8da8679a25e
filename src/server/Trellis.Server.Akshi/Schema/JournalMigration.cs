using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>The journals of agents, one sequence each, and how far other nodes have them.</summary>
internal static class JournalMigration
{
    public static Migration Step { get; } = new(
        "akshi-journals",
        1,
        "journals",
        """
        CREATE TABLE akshi_journal_heads (
            agent text NOT NULL PRIMARY KEY,
            seq bigint NOT NULL
        );
        CREATE TABLE akshi_journal (
            agent text NOT NULL,
            seq bigint NOT NULL,
            written_at bigint NOT NULL,
            tag text,
            content text,
            payload bytea NOT NULL,
            payload_hash text NOT NULL,
            signer text NOT NULL,
            signature text NOT NULL,
            PRIMARY KEY (agent, seq)
        );
        CREATE TABLE akshi_journal_acks (
            agent text NOT NULL,
            peer text NOT NULL,
            seq bigint NOT NULL,
            PRIMARY KEY (agent, peer)
        );
        """);
}
