using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary>The SQL of keys. A revoked key is found by nothing.</summary>
internal static class KeyTable
{
    private static readonly SqlFragment Columns = new(
        "id, organisation_id, user_id, hash, name, alias, models, default_model, memory_enabled, memory_mode, "
        + "blocked, max_budget, spend, created_at, expires_at, revoked_at");

    /// <summary>Adds a key; false when another live key of the user has its alias.</summary>
    public static async ValueTask<bool> TryAddAsync(ISqlSession session, AskiiKey key)
    {
        // A key holds its alias until it ends or is revoked; the index sees to it that no other does meanwhile.
        if (key.Alias is not null)
        {
            await session.ExecuteAsync(
                $"""
                UPDATE askii_keys SET holds_alias = 0
                WHERE user_id = {key.UserId} AND alias = {key.Alias} AND holds_alias = 1 AND expires_at <= {key.CreatedAt}
                """);
        }

        return await session.TryExecuteAsync(
            $"""
            INSERT INTO askii_keys ({Columns}, holds_alias)
            VALUES ({key.Id}, {key.OrganisationId}, {key.UserId}, {key.Hash}, {key.Name}, {key.Alias}, {key.Models.ToString()},
                    {key.DefaultModel}, {key.MemoryEnabled}, {key.MemoryMode}, {key.Blocked}, {key.MaxBudget}, {key.Spend},
                    {key.CreatedAt}, {key.ExpiresAt}, {key.RevokedAt}, {key.Alias is not null})
            ON CONFLICT DO NOTHING
            """);
    }

    /// <summary>Whether a user has a key of this name.</summary>
    public static ValueTask<bool> NameExistsAsync(ISqlSession session, string userId, string name) =>
        session.ExistsAsync($"SELECT 1 FROM askii_keys WHERE user_id = {userId} AND name = {name} AND revoked_at IS NULL");

    /// <summary>A user's keys, oldest first.</summary>
    public static ValueTask<IReadOnlyList<AskiiKey>> ListAsync(ISqlSession session, string userId) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM askii_keys WHERE user_id = {userId} AND revoked_at IS NULL ORDER BY created_at, id", Map);

    /// <summary>Finds a key by its hash.</summary>
    public static ValueTask<AskiiKey?> FindByHashAsync(ISqlSession session, string hash) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM askii_keys WHERE hash = {hash} AND revoked_at IS NULL", Map);

    /// <summary>
    /// Finds the key of a user that <paramref name="reference"/> means: the key itself, else a key's name, else an alias, and of several
    /// keys that had the alias the one that has it now or had it last.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="userId">The user.</param>
    /// <param name="reference">What the caller sent.</param>
    /// <param name="lock">Ends the query: locks the key if it is to be changed.</param>
    public static ValueTask<AskiiKey?> FindAsync(ISqlSession session, string userId, string reference, SqlFragment @lock = default)
    {
        if (ApiKeyMint.TryHash(KeyPrefix.Value, reference, out var hash))
        {
            return session.QueryFirstOrDefaultAsync(
                $"SELECT {Columns} FROM askii_keys WHERE hash = {hash} AND user_id = {userId} AND revoked_at IS NULL {@lock}", Map);
        }

        return KeyPrefix.Starts(reference)
            ? session.QueryFirstOrDefaultAsync(
                $"SELECT {Columns} FROM askii_keys WHERE user_id = {userId} AND name = {reference} AND revoked_at IS NULL {@lock}", Map)
            : session.QueryFirstOrDefaultAsync(
                $"""
                SELECT {Columns} FROM askii_keys
                WHERE user_id = {userId} AND alias = {reference} AND revoked_at IS NULL
                ORDER BY holds_alias DESC, created_at DESC, id DESC LIMIT 1 {@lock}
                """,
                Map);
    }

    /// <summary>Revokes a key.</summary>
    public static ValueTask<int> RevokeAsync(ISqlSession session, string id, DateTimeOffset at) =>
        session.ExecuteAsync($"UPDATE askii_keys SET revoked_at = {at}, holds_alias = 0 WHERE id = {id}");

    /// <summary>Changes the models of a key.</summary>
    public static ValueTask<int> SetModelsAsync(ISqlSession session, string id, ModelSelection models, string? defaultModel) =>
        session.ExecuteAsync($"UPDATE askii_keys SET models = {models.ToString()}, default_model = {defaultModel} WHERE id = {id}");

    /// <summary>Adds to what a key has spent, which stays within what the store can hold.</summary>
    public static ValueTask<int> AddSpendAsync(ISqlSession session, string id, long amount) =>
        session.ExecuteAsync(
            $"""
            UPDATE askii_keys SET spend = CASE WHEN spend > {long.MaxValue - amount} THEN {long.MaxValue} ELSE spend + {amount} END
            WHERE id = {id}
            """);

    private static AskiiKey Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        OrganisationId = row.Integer(1),
        UserId = row.Text(2),
        Hash = row.Text(3),
        Name = row.Text(4),
        Alias = row.TextOrNull(5),
        Models = ModelSelection.Parse(row.Text(6)),
        DefaultModel = row.TextOrNull(7),
        MemoryEnabled = row.Boolean(8),
        MemoryMode = row.TextOrNull(9),
        Blocked = row.BooleanOrNull(10),
        MaxBudget = row.IntegerOrNull(11),
        Spend = row.Integer(12),
        CreatedAt = row.Time(13),
        ExpiresAt = row.Time(14),
        RevokedAt = row.TimeOrNull(15),
    };
}
