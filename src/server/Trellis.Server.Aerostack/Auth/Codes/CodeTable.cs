using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Codes;

/// <summary>The SQL of codes.</summary>
internal static class CodeTable
{
    private static readonly SqlFragment Columns = new("id, project_id, purpose, target, user_id, expires_at, digest, attempts");

    /// <summary>Gives a recipient a code in place of the one before.</summary>
    public static ValueTask<int> PutAsync(ISqlSession session, Code code) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_codes ({Columns})
            VALUES ({code.Id}, {code.ProjectId}, {code.Purpose}, {code.Target}, {code.UserId}, {code.ExpiresAt}, {code.Digest}, {code.Attempts})
            ON CONFLICT (project_id, purpose, target) DO UPDATE SET
                id = excluded.id, user_id = excluded.user_id, expires_at = excluded.expires_at, digest = excluded.digest, attempts = excluded.attempts
            """);

    /// <summary>Finds the code of a recipient, and holds it until the transaction ends: of two guesses at once, both are counted.</summary>
    public static ValueTask<Code?> LockAsync(ISqlSession session, string projectId, string purpose, string target) =>
        session.QueryFirstOrDefaultAsync<Code?>(
            $"""
            SELECT {Columns} FROM aerostack_codes
            WHERE project_id = {projectId} AND purpose = {purpose} AND target = {target}{session.Dialect.ForUpdate}
            """,
            Map);

    public static ValueTask<Code?> LockByDigestAsync(ISqlSession session, string projectId, string purpose, string digest) =>
        session.QueryFirstOrDefaultAsync<Code?>(
            $"""
            SELECT {Columns} FROM aerostack_codes
            WHERE digest = {digest} AND project_id = {projectId} AND purpose = {purpose}{session.Dialect.ForUpdate}
            """,
            Map);

    public static ValueTask<int> CountGuessAsync(ISqlSession session, string id) =>
        session.ExecuteAsync($"UPDATE aerostack_codes SET attempts = attempts + 1 WHERE id = {id}");

    public static ValueTask<int> RemoveAsync(ISqlSession session, string id) => session.ExecuteAsync($"DELETE FROM aerostack_codes WHERE id = {id}");

    public static ValueTask<int> PurgeAsync(ISqlSession session, DateTimeOffset now) =>
        session.ExecuteAsync($"DELETE FROM aerostack_codes WHERE expires_at <= {now}");

    private static Code Map(SqlRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.Time(5))
    {
        Digest = row.Text(6),
        Attempts = row.Integer(7),
    };
}
