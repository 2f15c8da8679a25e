using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Alerts;

/// <summary>The SQL of alerts.</summary>
internal static class AlertTable
{
    private static readonly SqlFragment Columns = new(
        "number, alert_type, severity, title, message, agent_id, action_id, resource, details, created_at, acknowledged_at, acknowledged_by");

    /// <summary>Raises an alert and returns its number.</summary>
    public static async ValueTask<long> AddAsync(ISqlSession session, long organisationId, Alert alert)
    {
        var number = await RegistryNumbers.NextAsync(session, organisationId, "alerts");
        await session.ExecuteAsync(
            $"""
            INSERT INTO ascend_alerts (organisation_id, {Columns})
            VALUES ({organisationId}, {number}, {alert.Type}, {alert.Severity}, {alert.Title}, {alert.Message}, {alert.AgentId}, {alert.ActionId},
                    {alert.Resource}, {alert.Details}, {alert.CreatedAt}, {alert.AcknowledgedAt}, {alert.AcknowledgedBy})
            """);
        return number;
    }

    public static ValueTask<Alert?> FindAsync(ISqlSession session, long organisationId, long number) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM ascend_alerts WHERE organisation_id = {organisationId} AND number = {number}", Map);

    /// <summary>Takes note that somebody saw it; false when somebody had, or when there is no such alert.</summary>
    public static ValueTask<bool> AcknowledgeAsync(ISqlSession session, long organisationId, long number, string by, DateTimeOffset at) =>
        session.TryExecuteAsync(
            $"""
            UPDATE ascend_alerts SET acknowledged_at = {at}, acknowledged_by = {by}
            WHERE organisation_id = {organisationId} AND number = {number} AND acknowledged_at IS NULL
            """);

    /// <summary>The newest first.</summary>
    public static ValueTask<IReadOnlyList<Alert>> ListAsync(ISqlSession session, long organisationId, AlertFilter filter, Page page) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_alerts
            WHERE organisation_id = {organisationId}
              AND ({filter.Type} IS NULL OR alert_type = {filter.Type})
              AND ({filter.Severity} IS NULL OR severity = {filter.Severity})
              AND ({filter.AgentId} IS NULL OR agent_id = {filter.AgentId})
              AND ({filter.IsAcknowledged} IS NULL OR (acknowledged_at IS NULL) <> ({filter.IsAcknowledged} = 1))
            ORDER BY number DESC LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            Map);

    /// <summary>How many there are of what <see cref="ListAsync"/> lists.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, AlertFilter filter) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_alerts
            WHERE organisation_id = {organisationId}
              AND ({filter.Type} IS NULL OR alert_type = {filter.Type})
              AND ({filter.Severity} IS NULL OR severity = {filter.Severity})
              AND ({filter.AgentId} IS NULL OR agent_id = {filter.AgentId})
              AND ({filter.IsAcknowledged} IS NULL OR (acknowledged_at IS NULL) <> ({filter.IsAcknowledged} = 1))
            """) ?? 0;

    private static Alert Map(SqlRow row) => new()
    {
        Number = row.Integer(0),
        Type = row.Text(1),
        Severity = row.Text(2),
        Title = row.Text(3),
        Message = row.Text(4),
        AgentId = row.TextOrNull(5),
        ActionId = row.IntegerOrNull(6),
        Resource = row.TextOrNull(7),
        Details = row.Text(8),
        CreatedAt = row.Time(9),
        AcknowledgedAt = row.TimeOrNull(10),
        AcknowledgedBy = row.TextOrNull(11),
    };
}
