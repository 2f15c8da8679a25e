using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Classifications;

/// <summary>The SQL of classifications.</summary>
internal static class ClassificationTable
{
    private static readonly SqlFragment Columns = new(
        "number, resource_id, resource_type, sensitivity_level, compliance_tags, metadata, created_by, created_at, updated_at");

    /// <summary>Adds one; false when the resource has one already.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, long organisationId, Classification item) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_classifications (organisation_id, {Columns})
            VALUES ({organisationId}, {item.Number}, {item.ResourceId}, {item.ResourceType}, {item.SensitivityLevel},
                    {StoredTexts.Text(item.ComplianceTags)}, {item.Metadata}, {item.CreatedBy}, {item.CreatedAt}, {item.UpdatedAt})
            ON CONFLICT DO NOTHING
            """);

    /// <summary>Changes what one says about its resource.</summary>
    public static ValueTask<int> UpdateAsync(ISqlSession session, long organisationId, Classification item) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_classifications
            SET sensitivity_level = {item.SensitivityLevel}, compliance_tags = {StoredTexts.Text(item.ComplianceTags)},
                metadata = {item.Metadata}, updated_at = {item.UpdatedAt}
            WHERE organisation_id = {organisationId} AND number = {item.Number}
            """);

    public static ValueTask<bool> RemoveAsync(ISqlSession session, long organisationId, long number) =>
        session.TryExecuteAsync($"DELETE FROM ascend_classifications WHERE organisation_id = {organisationId} AND number = {number}");

    /// <summary>One that the transaction will change.</summary>
    public static ValueTask<Classification?> FindForUpdateAsync(ISqlSession session, long organisationId, long number) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM ascend_classifications
            WHERE organisation_id = {organisationId} AND number = {number} {session.Dialect.ForUpdate}
            """,
            Map);

    /// <summary>All, or those of a type, by number.</summary>
    public static ValueTask<IReadOnlyList<Classification>> ListAsync(ISqlSession session, long organisationId, string? resourceType, Page page) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_classifications
            WHERE organisation_id = {organisationId} AND ({resourceType} IS NULL OR resource_type = {resourceType})
            ORDER BY number LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            Map);

    /// <summary>How many there are of what <see cref="ListAsync"/> lists.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, string? resourceType) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_classifications
            WHERE organisation_id = {organisationId} AND ({resourceType} IS NULL OR resource_type = {resourceType})
            """) ?? 0;

    private static Classification Map(SqlRow row) => new(
        row.Integer(0),
        row.Text(1),
        row.Text(2),
        row.Text(3),
        StoredTexts.Parse(row.Text(4)),
        row.Text(5),
        row.Text(6),
        row.Time(7),
        row.Time(8));
}
