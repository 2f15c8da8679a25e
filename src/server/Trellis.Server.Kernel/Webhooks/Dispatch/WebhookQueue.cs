using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The SQL of deliveries that wait: which are due, who has them, and what became of them.</summary>
internal static class WebhookQueue
{
    /// <summary>When the next attempt is due, those of some subscriptions left aside; null when nothing waits.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="aside">At most <see cref="WebhookLanes.MostFull"/> subscriptions.</param>
    public static ValueTask<DateTimeOffset?> NextDueAsync(ISqlSession session, IReadOnlyList<string> aside) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT MIN(due_at) FROM webhook_deliveries
            WHERE due_at IS NOT NULL AND subscription_id NOT IN ({At(aside, 0)}, {At(aside, 1)}, {At(aside, 2)}, {At(aside, 3)})
            """,
            static row => row.TimeOrNull(0));

    /// <summary>The subscriptions of the attempts that are due, the longest due first; one may come more than once.</summary>
    public static ValueTask<IReadOnlyList<string>> DueSubscriptionsAsync(ISqlSession session, DateTimeOffset now, IReadOnlyList<string> aside, int limit) =>
        session.QueryAsync(
            $"""
            SELECT subscription_id FROM webhook_deliveries
            WHERE due_at <= {now} AND subscription_id NOT IN ({At(aside, 0)}, {At(aside, 1)}, {At(aside, 2)}, {At(aside, 3)})
            ORDER BY due_at LIMIT {limit}
            """,
            static row => row.Text(0));

    public static ValueTask<IReadOnlyList<ClaimedDelivery>> DueAsync(
        ISqlSession session, WebhookTarget target, DateTimeOffset now, string lease, int limit) =>
        session.QueryAsync(
            $"""
            SELECT id, event, body, attempts, failures FROM webhook_deliveries
            WHERE subscription_id = {target.Subscription.Id} AND due_at <= {now} ORDER BY due_at LIMIT {limit}
            """,
            row => new ClaimedDelivery
            {
                Id = row.Text(0),
                Event = row.Text(1),
                Body = row.Bytes(2),
                Attempts = row.Integer(3),
                Failures = row.Integer(4),
                Lease = lease,
                Target = target,
            });

    public static ValueTask<bool> LeaseAsync(ISqlSession session, ClaimedDelivery delivery, DateTimeOffset now, DateTimeOffset until) =>
        session.TryExecuteAsync(
            $"UPDATE webhook_deliveries SET due_at = {until}, lease = {delivery.Lease} WHERE id = {delivery.Id} AND due_at <= {now}");

    /// <summary>Puts off what is due for a subscription.</summary>
    public static ValueTask<int> PostponeAsync(ISqlSession session, string subscriptionId, DateTimeOffset now, DateTimeOffset until) =>
        session.ExecuteAsync(
            $"UPDATE webhook_deliveries SET due_at = {until}, lease = NULL WHERE subscription_id = {subscriptionId} AND due_at <= {now}");

    /// <summary>Makes dead letters of what is due for a subscription.</summary>
    public static ValueTask<int> BuryAsync(ISqlSession session, string subscriptionId, DateTimeOffset now, string reason) =>
        session.ExecuteAsync(
            $"""
            UPDATE webhook_deliveries
            SET state = {WebhookDeliveryState.Dead}, due_at = NULL, lease = NULL, last_error = {reason}, finished_at = {now}
            WHERE subscription_id = {subscriptionId} AND due_at <= {now}
            """);

    /// <summary>Forgets what waits for a subscription that is gone.</summary>
    public static ValueTask<int> ForgetAsync(ISqlSession session, string subscriptionId) =>
        session.ExecuteAsync($"DELETE FROM webhook_deliveries WHERE subscription_id = {subscriptionId}");

    /// <summary>Ends a lease without an attempt.</summary>
    public static ValueTask<bool> ReleaseAsync(ISqlSession session, ClaimedDelivery delivery, DateTimeOffset due, string? error) =>
        session.TryExecuteAsync(
            $"""
            UPDATE webhook_deliveries SET due_at = {due}, lease = NULL, last_error = {error}
            WHERE id = {delivery.Id} AND lease = {delivery.Lease}
            """);

    /// <summary>Ends a lease with an attempt.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="attempt">What was tried.</param>
    /// <param name="state">What the delivery is now.</param>
    /// <param name="due">When it is tried again; null for never.</param>
    /// <param name="finished">When it was finished; null while it is pending.</param>
    /// <returns>Whether the lease still was this one.</returns>
    public static ValueTask<bool> SettleAsync(
        ISqlSession session, ClaimedDelivery delivery, WebhookAttempt attempt, string state, DateTimeOffset? due, DateTimeOffset? finished) =>
        session.TryExecuteAsync(
            $"""
            UPDATE webhook_deliveries SET
                state = {state}, attempts = {attempt.Number}, failures = {delivery.Failures + (attempt.Error is null ? 0 : 1)}, due_at = {due},
                lease = NULL, last_status = {attempt.StatusCode}, last_error = {attempt.Error}, finished_at = {finished}
            WHERE id = {delivery.Id} AND lease = {delivery.Lease}
            """);

    private static string At(IReadOnlyList<string> ids, int index) => index < ids.Count ? ids[index] : "";
}
