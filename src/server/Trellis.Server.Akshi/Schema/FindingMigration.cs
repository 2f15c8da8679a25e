using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>Findings, and the counter that gives them numbers: whoever adds some holds its row until they are there.</summary>
internal static class FindingMigration
{
    public static Migration Step { get; } = new(
        "akshi-findings",
        1,
        "findings",
        """
        CREATE TABLE akshi_findings_head (
            id bigint NOT NULL PRIMARY KEY,
            seq bigint NOT NULL
        );
        INSERT INTO akshi_findings_head (id, seq) VALUES (1, 0);
        CREATE TABLE akshi_findings (
            seq bigint NOT NULL PRIMARY KEY,
            found_at bigint NOT NULL,
            severity text NOT NULL,
            agent text NOT NULL,
            file text NOT NULL,
            summary text NOT NULL,
            detail text,
            batch text NOT NULL
        );
        CREATE INDEX akshi_findings_by_time ON akshi_findings (found_at);
        """);
}
