using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>The SQL of legal holds.</summary>
internal static class LegalHoldTable
{
    private static readonly SqlFragment Columns = new(
        "number, reason, actor_id, resource_type, resource_id, placed_by, placed_at, released_by, released_at");

    public static ValueTask<int> AddAsync(ISqlSession session, long organisationId, LegalHold hold) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_legal_holds (organisation_id, {Columns})
            VALUES ({organisationId}, {hold.Number}, {hold.Reason}, {hold.ActorId}, {hold.ResourceType}, {hold.ResourceId}, {hold.PlacedBy},
                    {hold.PlacedAt}, {hold.ReleasedBy}, {hold.ReleasedAt})
            """);

    /// <summary>Ends a hold; false when it does not exist or had ended.</summary>
    public static ValueTask<bool> ReleaseAsync(ISqlSession session, long organisationId, long number, string by, DateTimeOffset at) =>
        session.TryExecuteAsync(
            $"""
            UPDATE ascend_legal_holds SET released_by = {by}, released_at = {at}
            WHERE organisation_id = {organisationId} AND number = {number} AND released_at IS NULL
            """);

    /// <summary>The holds that are in force, oldest first.</summary>
    public static ValueTask<IReadOnlyList<LegalHold>> ListAsync(ISqlSession session, long organisationId) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM ascend_legal_holds WHERE organisation_id = {organisationId} AND released_at IS NULL ORDER BY number",
            static row => new LegalHold
            {
                Number = row.Integer(0),
                Reason = row.Text(1),
                ActorId = row.TextOrNull(2),
                ResourceType = row.TextOrNull(3),
                ResourceId = row.TextOrNull(4),
                PlacedBy = row.Text(5),
                PlacedAt = row.Time(6),
                ReleasedBy = row.TextOrNull(7),
                ReleasedAt = row.TimeOrNull(8),
            });
}
