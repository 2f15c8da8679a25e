using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The SQL of subscriptions as the dispatcher uses them: their turn, their rate, their failures.</summary>
internal static class WebhookTargetTable
{
    /// <summary>Takes a subscription for the length of the transaction; null when another server has it, or when it is gone.</summary>
    public static ValueTask<(long OrganisationId, string Platform)?> TakeAsync(ISqlSession session, string id) =>
        session.QueryFirstOrDefaultAsync<(long, string)?>(
            $"SELECT organisation_id, platform FROM webhook_subscriptions WHERE id = {id}{session.Dialect.ForUpdateSkipLocked}",
            static row => (row.Integer(0), row.Text(1)));

    public static ValueTask<bool> ExistsAsync(ISqlSession session, string id) =>
        session.ExistsAsync($"SELECT 1 FROM webhook_subscriptions WHERE id = {id}");

    /// <summary>When the running minute of a subscription's rate limit began, and how many attempts it has seen.</summary>
    public static ValueTask<(DateTimeOffset Start, long Count)> WindowAsync(ISqlSession session, string id) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT window_start, window_count FROM webhook_subscriptions WHERE id = {id}", static row => (row.Time(0), row.Integer(1)));

    public static ValueTask<int> SetWindowAsync(ISqlSession session, string id, DateTimeOffset start, long count) =>
        session.ExecuteAsync($"UPDATE webhook_subscriptions SET window_start = {start}, window_count = {count} WHERE id = {id}");

    public static ValueTask<int> ClearDeadLettersAsync(ISqlSession session, string id) =>
        session.ExecuteAsync($"UPDATE webhook_subscriptions SET consecutive_dead_letters = 0 WHERE id = {id} AND consecutive_dead_letters <> 0");

    public static ValueTask<int> CountDeadLetterAsync(ISqlSession session, string id) =>
        session.ExecuteAsync($"UPDATE webhook_subscriptions SET consecutive_dead_letters = consecutive_dead_letters + 1 WHERE id = {id}");

    /// <summary>Switches a subscription off if it has failed often enough.</summary>
    public static ValueTask<bool> DisableAsync(ISqlSession session, string id, int deadLetters, string reason) =>
        session.TryExecuteAsync(
            $"""
            UPDATE webhook_subscriptions SET active = 0, disabled_reason = {reason}
            WHERE id = {id} AND active = 1 AND consecutive_dead_letters >= {deadLetters}
            """);

    /// <summary>Keeps the order in which rows are locked: the subscription first, then its deliveries.</summary>
    public static ValueTask<bool> LockAsync(ISqlSession session, string id) =>
        session.ExistsAsync($"SELECT 1 FROM webhook_subscriptions WHERE id = {id}{session.Dialect.ForUpdate}");
}
