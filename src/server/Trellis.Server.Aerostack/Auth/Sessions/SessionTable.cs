using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Sessions;

/// <summary>The SQL of sessions and of the tokens that refresh them.</summary>
internal static class SessionTable
{
    private static readonly SqlFragment Columns = new("s.id, s.project_id, s.user_id, s.expires_at, s.revoked_at");

    public static async ValueTask AddAsync(ISqlSession session, UserSession added, string refreshHash, DateTimeOffset now)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_sessions (id, project_id, user_id, created_at, expires_at, revoked_at)
            VALUES ({added.Id}, {added.ProjectId}, {added.UserId}, {now}, {added.ExpiresAt}, {added.RevokedAt})
            """);
        await AddTokenAsync(session, added.Id, refreshHash);
    }

    public static ValueTask<int> AddTokenAsync(ISqlSession session, string sessionId, string hash) =>
        session.ExecuteAsync($"INSERT INTO aerostack_refresh_tokens (hash, session_id, used_at) VALUES ({hash}, {sessionId}, NULL)");

    public static ValueTask<UserSession?> FindAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync<UserSession?>($"SELECT {Columns} FROM aerostack_sessions s WHERE s.project_id = {projectId} AND s.id = {id}", Map);

    public static ValueTask<UserSession?> FindByTokenAsync(ISqlSession session, string projectId, string hash) =>
        session.QueryFirstOrDefaultAsync<UserSession?>(
            $"""
            SELECT {Columns} FROM aerostack_refresh_tokens t JOIN aerostack_sessions s ON s.id = t.session_id
            WHERE t.hash = {hash} AND s.project_id = {projectId}
            """,
            Map);

    /// <summary>Uses a refresh token up; false when it was used before.</summary>
    public static ValueTask<bool> UseTokenAsync(ISqlSession session, string hash, DateTimeOffset now) =>
        session.TryExecuteAsync($"UPDATE aerostack_refresh_tokens SET used_at = {now} WHERE hash = {hash} AND used_at IS NULL");

    public static ValueTask<int> ProlongAsync(ISqlSession session, string id, DateTimeOffset until) =>
        session.ExecuteAsync($"UPDATE aerostack_sessions SET expires_at = {until} WHERE id = {id}");

    /// <summary>Ends a session; false when it had ended before.</summary>
    public static ValueTask<bool> RevokeAsync(ISqlSession session, string id, DateTimeOffset now) =>
        session.TryExecuteAsync($"UPDATE aerostack_sessions SET revoked_at = {now} WHERE id = {id} AND revoked_at IS NULL");

    public static ValueTask<int> RevokeAllAsync(ISqlSession session, string userId, DateTimeOffset now) =>
        session.ExecuteAsync($"UPDATE aerostack_sessions SET revoked_at = {now} WHERE user_id = {userId} AND revoked_at IS NULL");

    /// <summary>Forgets sessions that have run out, and their tokens.</summary>
    public static async ValueTask<int> PurgeAsync(ISqlSession session, DateTimeOffset now)
    {
        await session.ExecuteAsync(
            $"DELETE FROM aerostack_refresh_tokens WHERE session_id IN (SELECT id FROM aerostack_sessions WHERE expires_at <= {now})");
        return await session.ExecuteAsync($"DELETE FROM aerostack_sessions WHERE expires_at <= {now}");
    }

    private static UserSession Map(SqlRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Time(3), row.TimeOrNull(4));
}
