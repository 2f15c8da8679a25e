using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>The SQL of remembered answers.</summary>
internal static class IdempotencyTable
{
    /// <summary>Takes a key for this transaction. Of two that try at once, the second waits and is told false.</summary>
    public static ValueTask<bool> TryClaimAsync(ISqlSession session, IdempotentRequest request, DateTimeOffset expiresAt) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO idempotency_answers (organisation_id, scope, idempotency_key, digest, status, sealed_body, expires_at)
            VALUES ({request.OrganisationId}, {request.Scope}, {request.Key}, {request.Digest}, 0, {""}, {expiresAt})
            ON CONFLICT DO NOTHING
            """);

    public static ValueTask<int> SaveAsync(ISqlSession session, IdempotentRequest request, int status, string sealedBody) =>
        session.ExecuteAsync(
            $"""
            UPDATE idempotency_answers SET status = {status}, sealed_body = {sealedBody}
            WHERE organisation_id = {request.OrganisationId} AND scope = {request.Scope} AND idempotency_key = {request.Key}
            """);

    public static ValueTask<(string Digest, int Status, string SealedBody)> FindAsync(ISqlSession session, IdempotentRequest request) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT digest, status, sealed_body FROM idempotency_answers
            WHERE organisation_id = {request.OrganisationId} AND scope = {request.Scope} AND idempotency_key = {request.Key}
            """,
            static row => (row.Text(0), (int)row.Integer(1), row.Text(2)));

    public static ValueTask<int> ForgetAsync(ISqlSession session, IdempotentRequest request) =>
        session.ExecuteAsync(
            $"""
            DELETE FROM idempotency_answers
            WHERE organisation_id = {request.OrganisationId} AND scope = {request.Scope} AND idempotency_key = {request.Key}
            """);

    /// <summary>Forgets the answer of a key if its time is over.</summary>
    public static ValueTask<int> ExpireAsync(ISqlSession session, IdempotentRequest request, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            DELETE FROM idempotency_answers
            WHERE organisation_id = {request.OrganisationId} AND scope = {request.Scope} AND idempotency_key = {request.Key}
              AND expires_at <= {now}
            """);

    /// <summary>Forgets every answer whose time is over.</summary>
    public static ValueTask<int> PurgeAsync(ISqlSession session, DateTimeOffset now) =>
        session.ExecuteAsync($"DELETE FROM idempotency_answers WHERE expires_at <= {now}");
}
