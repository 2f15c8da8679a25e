using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <inheritdoc cref="IAuditReader"/>
internal sealed class AuditReader : IAuditReader
{
    private static readonly SqlFragment Records = new(
        """
        SELECT r.id, r.sequence_number, r.occurred_at, r.platform, r.event_type, r.actor_id, r.resource_type, r.resource_id, r.action,
               r.outcome, r.risk_level, r.event_data, r.ip_address, r.correlation_id, r.content_hash, p.chain_hash, r.chain_hash
        FROM audit_records r
        LEFT JOIN audit_records p ON p.organisation_id = r.organisation_id AND p.sequence_number = r.sequence_number - 1
        """);

    private static readonly SqlFragment Number = new("SELECT COUNT(*) FROM audit_records r");
    private static readonly SqlFragment NewestFirst = new("ORDER BY r.sequence_number DESC");
    private static readonly SqlFragment OldestFirst = new("ORDER BY r.sequence_number");
    private static readonly SqlFragment Unordered = new("");

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AuditLogRecord>> ReadNewestAsync(
        ISqlSession session, long organisationId, AuditFilter filter, int limit, long before = long.MaxValue, long offset = 0)
    {
        ArgumentNullException.ThrowIfNull(filter);

        // Numbers have no gaps, so an offset without a filter is a number.
        if (offset > 0 && filter == AuditFilter.None)
        {
            before = Math.Min(before, await AuditTable.LastNumberAsync(session, organisationId) + 1) - offset;
            offset = 0;
        }

        return await session.QueryAsync(Select(Records, organisationId, filter, (0, before), NewestFirst, limit, offset), Map);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditLogRecord>> ReadOldestAsync(
        ISqlSession session, long organisationId, AuditFilter filter, int limit, long after = 0)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return session.QueryAsync(Select(Records, organisationId, filter, (after, long.MaxValue), OldestFirst, limit, 0), Map);
    }

    /// <inheritdoc/>
    public async ValueTask<long> CountAsync(ISqlSession session, long organisationId, AuditFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);

        return filter == AuditFilter.None
            ? await AuditTable.LastNumberAsync(session, organisationId)
            : await session.QueryIntegerAsync(Select(Number, organisationId, filter, (0, long.MaxValue), Unordered, 1, 0)) ?? 0;
    }

    private static SqlStatement Select(
        SqlFragment what, long organisationId, AuditFilter filter, (long After, long Before) numbers, SqlFragment order, int limit, long offset) =>
        $"""
        {what}
        WHERE r.organisation_id = {organisationId} AND r.sequence_number > {numbers.After} AND r.sequence_number < {numbers.Before}
          AND ({filter.Platform} IS NULL OR r.platform = {filter.Platform})
          AND ({filter.EventType} IS NULL OR r.event_type = {filter.EventType})
          AND ({filter.ActorId} IS NULL OR r.actor_id = {filter.ActorId})
          AND ({filter.ResourceType} IS NULL OR r.resource_type = {filter.ResourceType})
          AND ({filter.ResourceId} IS NULL OR r.resource_id = {filter.ResourceId})
          AND ({filter.Action} IS NULL OR r.action = {filter.Action})
          AND ({filter.Outcome} IS NULL OR r.outcome = {filter.Outcome})
          AND ({filter.RiskLevel} IS NULL OR r.risk_level = {filter.RiskLevel})
          AND ({filter.CorrelationId} IS NULL OR r.correlation_id = {filter.CorrelationId})
          AND ({filter.From} IS NULL OR r.occurred_at >= {filter.From})
          AND ({filter.Until} IS NULL OR r.occurred_at < {filter.Until})
        {order} LIMIT {limit} OFFSET {offset}
        """;

    private static AuditLogRecord Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        SequenceNumber = row.Integer(1),
        Timestamp = row.Time(2),
        Platform = row.Text(3),
        EventType = row.Text(4),
        ActorId = row.Text(5),
        ResourceType = row.Text(6),
        ResourceId = row.Text(7),
        Action = row.Text(8),
        Outcome = row.Text(9),
        RiskLevel = row.TextOrNull(10),
        EventData = row.Text(11),
        IpAddress = row.TextOrNull(12),
        CorrelationId = row.TextOrNull(13),
        ContentHash = row.Text(14),
        PreviousHash = row.TextOrNull(15) ?? AuditRecordHash.Genesis,
        ChainHash = row.Text(16),
    };
}
