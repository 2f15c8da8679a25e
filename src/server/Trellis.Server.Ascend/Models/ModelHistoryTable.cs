using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Models;

/// <summary>The SQL of what happened to models. Whoever adds to it has locked the model.</summary>
internal static class ModelHistoryTable
{
    /// <summary>Adds what happened.</summary>
    public static ValueTask<int> AddAsync(ISqlSession session, long organisationId, long number, ModelHistoryEntry entry) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_model_history (organisation_id, number, entry, happened_at, actor, event, status, detail)
            SELECT {organisationId}, {number}, COALESCE(MAX(entry), 0) + 1, {entry.At}, {entry.Actor}, {entry.Event}, {entry.Status}, {entry.Detail}
            FROM ascend_model_history WHERE organisation_id = {organisationId} AND number = {number}
            """);

    /// <summary>The history of a model, oldest first.</summary>
    public static ValueTask<IReadOnlyList<ModelHistoryEntry>> ListAsync(ISqlSession session, long organisationId, long number) =>
        session.QueryAsync(
            $"""
            SELECT entry, happened_at, actor, event, status, detail FROM ascend_model_history
            WHERE organisation_id = {organisationId} AND number = {number} ORDER BY entry
            """,
            static row => new ModelHistoryEntry(row.Integer(0), row.Time(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5)));
}
