using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Identity;

/// <summary>The SQL of tokens, of which the hashes are kept.</summary>
internal static class TokenTable
{
    public static ValueTask<int> AddAsync(ISqlSession session, string id, long organisationId, string hash, string hint, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_tokens (id, organisation_id, hash, hint, created_at)
            VALUES ({id}, {organisationId}, {hash}, {hint}, {at})
            """);

    public static async ValueTask<bool> ContainsAsync(ISqlSession session, string hash) =>
        await session.QueryFirstOrDefaultAsync($"SELECT hash FROM akshi_tokens WHERE hash = {hash}", static row => row.Text(0)) is { } stored
        && Kernel.Identity.ApiKeyMint.HashesEqual(stored, hash);
}
