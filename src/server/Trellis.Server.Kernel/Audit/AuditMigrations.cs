using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The schema of the audit chains.</summary>
public static class AuditMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "audit",
            1,
            "records, heads and checkpoints",
            """
            CREATE TABLE audit_records (
                organisation_id bigint NOT NULL,
                sequence_number bigint NOT NULL,
                format_version bigint NOT NULL,
                id text NOT NULL,
                occurred_at bigint NOT NULL,
                platform text NOT NULL,
                event_type text NOT NULL,
                actor_id text NOT NULL,
                resource_type text NOT NULL,
                resource_id text NOT NULL,
                action text NOT NULL,
                outcome text NOT NULL,
                risk_level text,
                event_data text NOT NULL,
                ip_address text,
                correlation_id text,
                content_hash text NOT NULL,
                chain_hash text NOT NULL,
                PRIMARY KEY (organisation_id, sequence_number)
            );
            CREATE TABLE audit_heads (
                organisation_id bigint NOT NULL PRIMARY KEY,
                sequence_number bigint NOT NULL,
                chain_hash text NOT NULL
            );
            CREATE TABLE audit_checkpoints (
                organisation_id bigint NOT NULL,
                sequence_number bigint NOT NULL,
                chain_hash text NOT NULL,
                signed_at bigint NOT NULL,
                kid text NOT NULL,
                signature bytea NOT NULL,
                PRIMARY KEY (organisation_id, sequence_number)
            );
            """),
    ];
}
