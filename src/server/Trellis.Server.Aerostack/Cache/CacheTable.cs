using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>The SQL of the cache. An entry whose time is over is as good as none, whether it has been removed yet or not.</summary>
internal static class CacheTable
{
    /// <summary>Sets an entry.</summary>
    public static ValueTask<int> SetAsync(ISqlSession session, string projectId, CacheEntry entry, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_cache (project_id, key, value, size, written_at, expires_at)
            VALUES ({projectId}, {entry.Key}, {entry.Value}, {entry.Size}, {now}, {entry.ExpiresAt})
            ON CONFLICT (project_id, key) DO UPDATE
            SET value = excluded.value, size = excluded.size, written_at = excluded.written_at, expires_at = excluded.expires_at
            """);

    /// <summary>Adds an entry unless there is one, even one whose time is over.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, string projectId, CacheEntry entry, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO aerostack_cache (project_id, key, value, size, written_at, expires_at)
            VALUES ({projectId}, {entry.Key}, {entry.Value}, {entry.Size}, {now}, {entry.ExpiresAt})
            ON CONFLICT (project_id, key) DO NOTHING
            """);

    /// <summary>The value of a key.</summary>
    public static ValueTask<string?> FindValueAsync(ISqlSession session, string projectId, string key, DateTimeOffset now) =>
        session.QueryTextAsync(
            $"""
            SELECT value FROM aerostack_cache
            WHERE project_id = {projectId} AND key = {key} AND (expires_at IS NULL OR expires_at > {now})
            """);

    /// <summary>The entry of a key, whose time may be over, held against others until the transaction ends.</summary>
    public static ValueTask<CacheEntry?> LockAsync(ISqlSession session, string projectId, string key) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT key, value, expires_at FROM aerostack_cache WHERE project_id = {projectId} AND key = {key}{session.Dialect.ForUpdate}", Map);

    /// <summary>The entries of some keys, in no order.</summary>
    public static ValueTask<IReadOnlyList<CacheEntry>> FindAsync(ISqlSession session, string projectId, IReadOnlyList<string> keys, DateTimeOffset now)
    {
        var (open, close) = ListOf(session.Dialect);
        return session.QueryAsync(
            $"""
            SELECT key, value, expires_at FROM aerostack_cache
            WHERE project_id = {projectId} AND key IN ({open}{Json(keys)}{close}) AND (expires_at IS NULL OR expires_at > {now})
            """,
            Map);
    }

    /// <summary>Removes some keys and says how many there were.</summary>
    public static async ValueTask<int> RemoveAsync(ISqlSession session, string projectId, IReadOnlyList<string> keys, DateTimeOffset now)
    {
        var (open, close) = ListOf(session.Dialect);
        return await session.ExecuteAsync(
            $"""
            DELETE FROM aerostack_cache
            WHERE project_id = {projectId} AND key IN ({open}{Json(keys)}{close}) AND (expires_at IS NULL OR expires_at > {now})
            """);
    }

    /// <summary>Changes until when a key is kept; false when there is none.</summary>
    public static ValueTask<bool> ExpireAsync(ISqlSession session, string projectId, string key, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            UPDATE aerostack_cache SET expires_at = {expiresAt}
            WHERE project_id = {projectId} AND key = {key} AND (expires_at IS NULL OR expires_at > {now})
            """);

    /// <summary>Keys of a range after a key, in the order of their bytes.</summary>
    public static ValueTask<IReadOnlyList<CacheKey>> ListAsync(
        ISqlSession session, string projectId, KeyRange range, string after, int limit, DateTimeOffset now)
    {
        var bytes = session.Dialect.ByteOrder;
        return session.QueryAsync(
            $"""
            SELECT key, expires_at FROM aerostack_cache
            WHERE project_id = {projectId} AND key{bytes} >= {range.From} AND ({range.Before} IS NULL OR key{bytes} < {range.Before})
                AND key{bytes} > {after} AND (expires_at IS NULL OR expires_at > {now})
            ORDER BY key{bytes} LIMIT {limit}
            """,
            static row => new CacheKey(row.Text(0), row.TimeOrNull(1)));
    }

    /// <summary>Removes entries whose time is over, in all projects.</summary>
    public static ValueTask<int> RemoveEndedAsync(ISqlSession session, DateTimeOffset now) =>
        session.ExecuteAsync($"DELETE FROM aerostack_cache WHERE expires_at <= {now}");

    /// <summary>The projects that keep more than so many bytes, with how many they keep.</summary>
    public static ValueTask<IReadOnlyList<(string ProjectId, long Bytes)>> ListFullAsync(ISqlSession session, long mostBytes) =>
        session.QueryAsync(
            $"SELECT project_id, CAST(SUM(size) AS bigint) FROM aerostack_cache GROUP BY project_id HAVING SUM(size) > {mostBytes} ORDER BY project_id",
            static row => (row.Text(0), row.Integer(1)));

    /// <summary>The entries of a project that were written first, with their sizes.</summary>
    public static ValueTask<IReadOnlyList<(string Key, long Size)>> ListOldestAsync(ISqlSession session, string projectId, int limit) =>
        session.QueryAsync(
            $"SELECT key, size FROM aerostack_cache WHERE project_id = {projectId} ORDER BY written_at, key LIMIT {limit}",
            static row => (row.Text(0), row.Integer(1)));

    private static CacheEntry Map(SqlRow row) => new(row.Text(0), row.Text(1), row.TimeOrNull(2));

    private static string Json(IReadOnlyList<string> keys) => JsonText.Of(keys, static (json, keys) =>
    {
        json.WriteStartArray();
        foreach (var key in keys)
            json.WriteStringValue(key);
        json.WriteEndArray();
    });

    private static (SqlFragment Open, SqlFragment Close) ListOf(SqlDialect dialect) => dialect.Name == "sqlite"
        ? (new SqlFragment("SELECT value FROM json_each("), new SqlFragment(")"))
        : (new SqlFragment("SELECT json_array_elements_text(CAST("), new SqlFragment(" AS json))"));
}
