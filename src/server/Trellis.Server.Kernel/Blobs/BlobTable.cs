using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>The SQL of blobs. A blob that a remover has is past keeping.</summary>
internal static class BlobTable
{
    public static ValueTask<int> InsertAsync(ISqlSession session, string id, DateTimeOffset removeAt) =>
        session.ExecuteAsync($"INSERT INTO blobs (id, reference_count, remove_at, remover) VALUES ({id}, 0, {removeAt}, NULL)");

    public static ValueTask<bool> KeepAsync(ISqlSession session, string id) =>
        session.TryExecuteAsync($"UPDATE blobs SET reference_count = reference_count + 1, remove_at = NULL WHERE id = {id} AND remover IS NULL");

    public static ValueTask<int> ReleaseAsync(ISqlSession session, string id, DateTimeOffset removeAt) =>
        session.ExecuteAsync(
            $"""
            UPDATE blobs SET reference_count = reference_count - 1, remove_at = CASE WHEN reference_count = 1 THEN {removeAt} END
            WHERE id = {id} AND reference_count > 0
            """);

    /// <summary>Has a blob that was never kept removed at once.</summary>
    public static ValueTask<int> AbandonAsync(ISqlSession session, string id, DateTimeOffset now) =>
        session.ExecuteAsync($"UPDATE blobs SET remove_at = {now} WHERE id = {id} AND reference_count = 0 AND remover IS NULL");

    public static ValueTask<IReadOnlyList<string>> DueAsync(ISqlSession session, DateTimeOffset now, int limit) =>
        session.QueryAsync(
            $"SELECT id FROM blobs WHERE remove_at <= {now} ORDER BY remove_at LIMIT {limit}{session.Dialect.ForUpdateSkipLocked}",
            static row => row.Text(0));

    /// <summary>Gives a blob to a remover; another may try again once <paramref name="until"/> is over.</summary>
    public static ValueTask<int> TakeAsync(ISqlSession session, string id, string remover, DateTimeOffset until) =>
        session.ExecuteAsync($"UPDATE blobs SET remover = {remover}, remove_at = {until} WHERE id = {id}");

    public static ValueTask<int> ForgetAsync(ISqlSession session, string id, string remover) =>
        session.ExecuteAsync($"DELETE FROM blobs WHERE id = {id} AND remover = {remover}");
}
