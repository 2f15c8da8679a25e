using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Chat;

/// <summary>
/// The SQL of reservations: money that running chats may still spend. Each belongs to the server that runs the chat and lapses when the chat
/// must long be over, so that the reservations of a server that never comes back do not stay.
/// </summary>
internal static class ReservationTable
{
    /// <summary>Budget and spend of a key, locked until the transaction ends; null when the key was revoked or has no budget.</summary>
    public static ValueTask<KeyAccount?> LockAccountAsync(ISqlSession session, string keyId) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT max_budget, spend FROM askii_keys
            WHERE id = {keyId} AND revoked_at IS NULL AND max_budget IS NOT NULL {session.Dialect.ForUpdate}
            """,
            static row => new KeyAccount(row.Integer(0), row.Integer(1)));

    /// <summary>What is reserved for a key; those that have lapsed are removed.</summary>
    public static async ValueTask<long> ReservedAsync(ISqlSession session, string keyId, DateTimeOffset now)
    {
        await session.ExecuteAsync($"DELETE FROM askii_reservations WHERE key_id = {keyId} AND expires_at <= {now}");

        // PostgreSQL sums bigint to numeric.
        return await session.QueryIntegerAsync($"SELECT CAST(SUM(amount) AS bigint) FROM askii_reservations WHERE key_id = {keyId}") ?? 0;
    }

    /// <summary>Adds a reservation.</summary>
    public static ValueTask<int> AddAsync(
        ISqlSession session, string id, string keyId, string serverId, long amount, DateTimeOffset expiresAt) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO askii_reservations (id, key_id, server_id, amount, expires_at)
            VALUES ({id}, {keyId}, {serverId}, {amount}, {expiresAt})
            """);

    /// <summary>Removes a reservation, if it is still there.</summary>
    public static ValueTask<int> RemoveAsync(ISqlSession session, string id) =>
        session.ExecuteAsync($"DELETE FROM askii_reservations WHERE id = {id}");

    /// <summary>Removes all reservations of a server.</summary>
    public static ValueTask<int> RemoveOfServerAsync(ISqlSession session, string serverId) =>
        session.ExecuteAsync($"DELETE FROM askii_reservations WHERE server_id = {serverId}");
}
