using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The SQL of records and heads.</summary>
internal static class AuditTable
{
    private static readonly SqlFragment Columns = new(
        "organisation_id, sequence_number, format_version, id, occurred_at, platform, event_type, actor_id, resource_type, resource_id, "
        + "action, outcome, risk_level, event_data, ip_address, correlation_id, content_hash, chain_hash");

    /// <summary>The head of a chain, locked until the transaction ends; made if the chain is new.</summary>
    public static async ValueTask<AuditHead> LockHeadAsync(ISqlSession session, long organisationId)
    {
        if (await SelectForUpdateAsync(session, organisationId) is { } head)
            return head;

        await session.ExecuteAsync(
            $"""
            INSERT INTO audit_heads (organisation_id, sequence_number, chain_hash)
            VALUES ({organisationId}, 0, {AuditRecordHash.Genesis})
            ON CONFLICT (organisation_id) DO NOTHING
            """);
        return await SelectForUpdateAsync(session, organisationId) ?? throw new StoreException("The head of an audit chain vanished.");
    }

    public static ValueTask<int> MoveHeadAsync(ISqlSession session, long organisationId, AuditHead head) =>
        session.ExecuteAsync(
            $"""
            UPDATE audit_heads SET sequence_number = {head.SequenceNumber}, chain_hash = {head.ChainHash}
            WHERE organisation_id = {organisationId}
            """);

    public static ValueTask<int> InsertAsync(ISqlSession session, AuditRecord record, string contentHash, string chainHash) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO audit_records ({Columns})
            VALUES ({record.OrganisationId}, {record.SequenceNumber}, {record.FormatVersion}, {record.Id}, {record.Timestamp},
                    {record.Platform}, {record.EventType}, {record.ActorId}, {record.ResourceType}, {record.ResourceId},
                    {record.Action}, {record.Outcome}, {record.RiskLevel}, {record.EventData}, {record.IpAddress},
                    {record.CorrelationId}, {contentHash}, {chainHash})
            """);

    public static ValueTask<AuditHead?> FindHeadAsync(ISqlSession session, long organisationId) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT sequence_number, chain_hash FROM audit_heads WHERE organisation_id = {organisationId}", MapHead);

    /// <summary>The number of the last record; zero when there is none.</summary>
    public static async ValueTask<long> LastNumberAsync(ISqlSession session, long organisationId) =>
        await session.QueryIntegerAsync($"SELECT MAX(sequence_number) FROM audit_records WHERE organisation_id = {organisationId}") ?? 0;

    /// <summary>The next records after a number.</summary>
    public static ValueTask<IReadOnlyList<StoredAuditRecord>> ReadAsync(
        ISqlSession session, long organisationId, long after, long upTo, int limit) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM audit_records
            WHERE organisation_id = {organisationId} AND sequence_number > {after} AND sequence_number <= {upTo}
            ORDER BY sequence_number LIMIT {limit}
            """,
            MapRecord);

    /// <summary>All organisations that have left any trace, by id.</summary>
    public static ValueTask<IReadOnlyList<long>> OrganisationsAsync(ISqlSession session) =>
        session.QueryAsync(
            $"""
            SELECT organisation_id FROM audit_heads
            UNION SELECT organisation_id FROM audit_records
            UNION SELECT organisation_id FROM audit_checkpoints
            ORDER BY organisation_id
            """,
            static row => row.Integer(0));

    private static ValueTask<AuditHead?> SelectForUpdateAsync(ISqlSession session, long organisationId) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT sequence_number, chain_hash FROM audit_heads WHERE organisation_id = {organisationId} {session.Dialect.ForUpdate}",
            MapHead);

    private static AuditHead MapHead(SqlRow row) => new(row.Integer(0), row.Text(1));

    private static StoredAuditRecord MapRecord(SqlRow row) => new(
        new AuditRecord
        {
            OrganisationId = row.Integer(0),
            SequenceNumber = row.Integer(1),
            FormatVersion = row.Integer(2),
            Id = row.Text(3),
            Timestamp = row.Integer(4),
            Platform = row.Text(5),
            EventType = row.Text(6),
            ActorId = row.Text(7),
            ResourceType = row.Text(8),
            ResourceId = row.Text(9),
            Action = row.Text(10),
            Outcome = row.Text(11),
            RiskLevel = row.TextOrNull(12),
            EventData = row.Text(13),
            IpAddress = row.TextOrNull(14),
            CorrelationId = row.TextOrNull(15),
        },
        row.Text(16),
        row.Text(17));
}
