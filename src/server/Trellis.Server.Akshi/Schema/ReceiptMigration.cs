using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Schema;

/// <summary>Receipts, and the two ends of their chain: the last one, and the last one that was pruned.</summary>
internal static class ReceiptMigration
{
    public static Migration Step { get; } = new(
        "akshi-receipts",
        1,
        "receipts",
        """
        CREATE TABLE akshi_receipts_ends (
            id bigint NOT NULL PRIMARY KEY,
            seq bigint NOT NULL,
            hash text NOT NULL,
            anchor_seq bigint NOT NULL,
            anchor_hash text NOT NULL
        );
        INSERT INTO akshi_receipts_ends (id, seq, hash, anchor_seq, anchor_hash) VALUES (
            1,
            0, 'sha256:0000000000000000000000000000000000000000000000000000000000000000',
            0, 'sha256:0000000000000000000000000000000000000000000000000000000000000000');
        CREATE TABLE akshi_receipts (
            seq bigint NOT NULL PRIMARY KEY,
            issued_at bigint NOT NULL,
            agent text NOT NULL,
            kind text NOT NULL,
            body text NOT NULL,
            signer text NOT NULL,
            prev_hash text NOT NULL,
            hash text NOT NULL,
            signature text NOT NULL
        );
        """);
}
