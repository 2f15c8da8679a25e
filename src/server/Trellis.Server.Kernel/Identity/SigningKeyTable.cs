using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// The public keys of all servers on one store, by which they accept each other's tokens. Retired keys stay: the audit checkpoints they
/// signed are verified with them.
/// </summary>
internal static class SigningKeyTable
{
    public static ValueTask<int> AddAsync(ISqlSession session, SigningKey key, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO signing_keys (kid, public_jwk, created_at, retired_at)
            VALUES ({key.KeyId}, {key.PublicJwk}, {UnixTime.ToMicroseconds(now)}, NULL)
            ON CONFLICT (kid) DO NOTHING
            """);

    public static ValueTask<int> RetireAsync(ISqlSession session, string keyId, DateTimeOffset at) =>
        session.ExecuteAsync($"UPDATE signing_keys SET retired_at = {UnixTime.ToMicroseconds(at)} WHERE kid = {keyId} AND retired_at IS NULL");

    public static ValueTask<RegisteredKey?> FindAsync(ISqlSession session, string keyId) =>
        session.QueryFirstOrDefaultAsync($"SELECT kid, public_jwk, retired_at FROM signing_keys WHERE kid = {keyId}", Map);

    public static ValueTask<IReadOnlyList<RegisteredKey>> ListAsync(ISqlSession session) =>
        session.QueryAsync($"SELECT kid, public_jwk, retired_at FROM signing_keys ORDER BY kid", Map);

    private static RegisteredKey Map(SqlRow row) => new(row.Text(0), row.Text(1), row.TimeOrNull(2));
}
