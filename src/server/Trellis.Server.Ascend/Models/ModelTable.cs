using System.Globalization;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Models;

/// <summary>The SQL of models.</summary>
internal static class ModelTable
{
    private static readonly SqlFragment Columns = new(
        "number, model_id, model_name, version, environment, model_owner, risk_level, data_classification, provider, description, metadata, "
        + "approvals, is_deprecated, registered_by, created_at, updated_at");

    /// <summary>Adds a model; false when its id is taken.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, long organisationId, RegisteredModel model) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_models (organisation_id, {Columns})
            VALUES ({organisationId}, {model.Number}, {model.ModelId}, {model.Name}, {model.Version}, {model.Environment}, {model.Owner},
                    {model.RiskLevel}, {model.DataClassification}, {model.Provider}, {model.Description}, {model.Metadata},
                    {StoredApprovals.Text(model.Approvals)}, {model.IsDeprecated}, {model.RegisteredBy}, {model.CreatedAt}, {model.UpdatedAt})
            ON CONFLICT DO NOTHING
            """);

    public static ValueTask<int> UpdateAsync(ISqlSession session, long organisationId, RegisteredModel model) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_models
            SET model_name = {model.Name}, version = {model.Version}, environment = {model.Environment}, model_owner = {model.Owner},
                risk_level = {model.RiskLevel}, data_classification = {model.DataClassification}, provider = {model.Provider},
                description = {model.Description}, metadata = {model.Metadata}, approvals = {StoredApprovals.Text(model.Approvals)},
                is_deprecated = {model.IsDeprecated}, updated_at = {model.UpdatedAt}
            WHERE organisation_id = {organisationId} AND number = {model.Number}
            """);

    public static ValueTask<bool> RemoveAsync(ISqlSession session, long organisationId, long number) =>
        session.TryExecuteAsync($"DELETE FROM ascend_models WHERE organisation_id = {organisationId} AND number = {number}");

    /// <summary>The model that a reference means: its own id, else its number.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="organisationId">Whose model.</param>
    /// <param name="reference">What the caller sent.</param>
    /// <param name="lock">Ends the query: locks the model if it is to be changed.</param>
    public static ValueTask<RegisteredModel?> FindAsync(ISqlSession session, long organisationId, string reference, SqlFragment @lock = default)
    {
        long? number = long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM ascend_models
            WHERE organisation_id = {organisationId} AND (model_id = {reference} OR number = {number})
            ORDER BY CASE WHEN model_id = {reference} THEN 0 ELSE 1 END LIMIT 1 {@lock}
            """,
            Map);
    }

    /// <summary>The model that a reference means, as far as a decision needs it: its status, null for none.</summary>
    public static async ValueTask<string?> FindStatusAsync(ISqlSession session, long organisationId, string reference) =>
        (await FindAsync(session, organisationId, reference))?.Status;

    /// <summary>Whether the organisation has a model of a number. It stays there until the transaction ends.</summary>
    public static async ValueTask<bool> ExistsAsync(ISqlSession session, long organisationId, long number) =>
        await session.QueryIntegerAsync(
            $"SELECT number FROM ascend_models WHERE organisation_id = {organisationId} AND number = {number} {session.Dialect.ForUpdate}") is not null;

    /// <summary>The models, oldest first.</summary>
    public static ValueTask<IReadOnlyList<RegisteredModel>> ListAsync(ISqlSession session, long organisationId, ModelFilter filter, Page page) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_models
            WHERE organisation_id = {organisationId}
              AND ({filter.Environment} IS NULL OR environment = {filter.Environment})
              AND ({filter.RiskLevel} IS NULL OR risk_level = {filter.RiskLevel})
              AND ({filter.IsDeprecated} IS NULL OR is_deprecated = {filter.IsDeprecated})
            ORDER BY number LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            Map);

    /// <summary>How many there are of what <see cref="ListAsync"/> lists.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, ModelFilter filter) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_models
            WHERE organisation_id = {organisationId}
              AND ({filter.Environment} IS NULL OR environment = {filter.Environment})
              AND ({filter.RiskLevel} IS NULL OR risk_level = {filter.RiskLevel})
              AND ({filter.IsDeprecated} IS NULL OR is_deprecated = {filter.IsDeprecated})
            """) ?? 0;

    private static RegisteredModel Map(SqlRow row) => new()
    {
        Number = row.Integer(0),
        ModelId = row.Text(1),
        Name = row.Text(2),
        Version = row.Text(3),
        Environment = row.Text(4),
        Owner = row.Text(5),
        RiskLevel = row.Text(6),
        DataClassification = row.Text(7),
        Provider = row.TextOrNull(8),
        Description = row.TextOrNull(9),
        Metadata = row.Text(10),
        Approvals = StoredApprovals.Parse(row.Text(11)),
        IsDeprecated = row.Boolean(12),
        RegisteredBy = row.Text(13),
        CreatedAt = row.Time(14),
        UpdatedAt = row.Time(15),
    };
}
