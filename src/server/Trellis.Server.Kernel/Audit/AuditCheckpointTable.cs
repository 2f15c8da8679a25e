using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The SQL of checkpoints.</summary>
internal static class AuditCheckpointTable
{
    /// <summary>The chains that have at least <paramref name="records"/> records after their last checkpoint.</summary>
    public static ValueTask<IReadOnlyList<(long OrganisationId, AuditHead Head)>> FindDueAsync(ISqlSession session, long records) =>
        session.QueryAsync(
            $"""
            SELECT h.organisation_id, h.sequence_number, h.chain_hash FROM audit_heads h
            WHERE h.sequence_number - {records} >=
                COALESCE((SELECT MAX(c.sequence_number) FROM audit_checkpoints c WHERE c.organisation_id = h.organisation_id), 0)
            ORDER BY h.organisation_id
            """,
            static row => (row.Integer(0), new AuditHead(row.Integer(1), row.Text(2))));

    public static ValueTask<int> InsertAsync(ISqlSession session, AuditCheckpoint checkpoint) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO audit_checkpoints (organisation_id, sequence_number, chain_hash, signed_at, kid, signature)
            VALUES ({checkpoint.OrganisationId}, {checkpoint.SequenceNumber}, {checkpoint.ChainHash}, {checkpoint.Timestamp},
                    {checkpoint.KeyId}, {checkpoint.Signature})
            ON CONFLICT (organisation_id, sequence_number) DO NOTHING
            """);

    /// <summary>The checkpoints after a number and up to another.</summary>
    public static ValueTask<IReadOnlyList<AuditCheckpoint>> ReadAsync(ISqlSession session, long organisationId, long after, long upTo) =>
        session.QueryAsync(
            $"""
            SELECT organisation_id, sequence_number, chain_hash, signed_at, kid, signature FROM audit_checkpoints
            WHERE organisation_id = {organisationId} AND sequence_number > {after} AND sequence_number <= {upTo}
            ORDER BY sequence_number
            """,
            static row => new AuditCheckpoint(row.Integer(0), row.Integer(1), row.Text(2), row.Integer(3), row.Text(4), row.Bytes(5)));

    /// <summary>The number of the record of the last checkpoint; zero when there is none.</summary>
    public static async ValueTask<long> LastNumberAsync(ISqlSession session, long organisationId) =>
        await session.QueryIntegerAsync($"SELECT MAX(sequence_number) FROM audit_checkpoints WHERE organisation_id = {organisationId}") ?? 0;
}
