using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>The SQL of files.</summary>
internal static class ObjectTable
{
    private static readonly SqlFragment Columns = new("key, blob_id, size, sha256, content_type, modified_at");

    public static ValueTask<StoredFile?> FindAsync(ISqlSession session, string projectId, string key) =>
        session.QueryFirstOrDefaultAsync<StoredFile?>($"SELECT {Columns} FROM aerostack_objects WHERE project_id = {projectId} AND key = {key}", Map);

    /// <summary>The files whose keys begin with a prefix, in the order of the bytes of their keys.</summary>
    public static ValueTask<IReadOnlyList<StoredFile>> ListAsync(ISqlSession session, string projectId, KeyRange range, int limit) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM aerostack_objects
            WHERE project_id = {projectId} AND key {session.Dialect.ByteOrder} >= {range.From} AND key {session.Dialect.ByteOrder} > {range.After}
              AND ({range.Until is null} = 1 OR key {session.Dialect.ByteOrder} < {range.Until})
            ORDER BY key {session.Dialect.ByteOrder} LIMIT {limit}
            """,
            Map);

    /// <summary>Writes a file, over the one of the same key if there is one.</summary>
    public static ValueTask<int> PutAsync(ISqlSession session, string projectId, StoredFile file) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_objects (project_id, {Columns})
            VALUES ({projectId}, {file.Key}, {file.BlobId}, {file.Size}, {file.Sha256}, {file.ContentType}, {file.ModifiedAt})
            ON CONFLICT (project_id, key) DO UPDATE SET
                blob_id = excluded.blob_id, size = excluded.size, sha256 = excluded.sha256, content_type = excluded.content_type,
                modified_at = excluded.modified_at
            """);

    public static ValueTask<int> RemoveAsync(ISqlSession session, string projectId, string key) =>
        session.ExecuteAsync($"DELETE FROM aerostack_objects WHERE project_id = {projectId} AND key = {key}");

    /// <summary>Has all other writers of the project's files wait until the transaction ends, and says how much room the files take.</summary>
    public static async ValueTask<long> LockUsageAsync(ISqlSession session, string projectId)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_storage_usage (project_id, bytes) VALUES ({projectId}, 0)
            ON CONFLICT (project_id) DO UPDATE SET bytes = aerostack_storage_usage.bytes
            """);
        return await session.QueryIntegerAsync($"SELECT bytes FROM aerostack_storage_usage WHERE project_id = {projectId}") ?? 0;
    }

    public static ValueTask<int> SetUsageAsync(ISqlSession session, string projectId, long bytes) =>
        session.ExecuteAsync($"UPDATE aerostack_storage_usage SET bytes = {bytes} WHERE project_id = {projectId}");

    private static StoredFile Map(SqlRow row) => new(row.Text(0), row.Text(1), row.Integer(2), row.Text(3), row.Text(4), row.Time(5));
}
