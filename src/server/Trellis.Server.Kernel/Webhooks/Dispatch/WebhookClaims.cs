using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// Takes due deliveries for this server. A subscription is locked while its deliveries are taken, so that its rate limit holds over all
/// servers; one that another server is busy with is passed over.
/// </summary>
internal sealed class WebhookClaims(IStore store, TimeProvider time)
{
    // Longer than an attempt may take: who still holds a delivery then is dead or frozen.
    public static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(60);

    private const string SwitchedOff = "The webhook is switched off.";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Takes what may be attempted now.</summary>
    /// <returns>The deliveries, and whether anything changed at all.</returns>
    public ValueTask<(IReadOnlyList<ClaimedDelivery> Deliveries, bool IsChanged)> TakeAsync(WebhookLanes lanes, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid().ToString("N");
        return store.WriteAsync(session => TakeAsync(session, lanes, lease), cancellationToken);
    }

    private async ValueTask<(IReadOnlyList<ClaimedDelivery> Deliveries, bool IsChanged)> TakeAsync(ISqlSession session, WebhookLanes lanes, string lease)
    {
        var now = time.GetUtcNow();
        var due = await WebhookQueue.DueSubscriptionsAsync(session, now, lanes.Full, WebhookLanes.Total * WebhookLanes.PerSubscription);
        var taken = new List<ClaimedDelivery>();
        var isChanged = false;

        // In one order on every server, so that none waits for another in a circle.
        foreach (var id in due.Distinct().Take(lanes.Free).Order(StringComparer.Ordinal))
        {
            var most = Math.Min(lanes.FreeFor(id), lanes.Free - taken.Count);
            if (most <= 0)
                continue;

            var (deliveries, changed) = await TakeAsync(session, id, now, lease, most);
            taken.AddRange(deliveries);
            isChanged |= changed;
        }

        return (taken, isChanged);
    }

    private static async ValueTask<(IReadOnlyList<ClaimedDelivery> Deliveries, bool IsChanged)> TakeAsync(
        ISqlSession session, string subscriptionId, DateTimeOffset now, string lease, int most)
    {
        if (await WebhookTargetTable.TakeAsync(session, subscriptionId) is not var (organisationId, platform))
            return ([], await IsGoneAsync(session, subscriptionId));

        var subscription = (await WebhookSubscriptionTable.FindAsync(session, organisationId, platform, subscriptionId))!;
        if (!subscription.IsActive)
            return ([], await WebhookQueue.BuryAsync(session, subscriptionId, now, SwitchedOff) > 0);

        var (start, count) = await WebhookTargetTable.WindowAsync(session, subscriptionId);
        if (now - start >= Window || now < start)
            (start, count) = (now, 0);
        var left = (int)Math.Min(most, subscription.RateLimitPerMinute - count);
        if (left <= 0)
            return ([], await WebhookQueue.PostponeAsync(session, subscriptionId, now, start + Window) > 0);

        var (secret, headers) = await WebhookSubscriptionTable.SealedAsync(session, subscriptionId);
        var target = new WebhookTarget { Subscription = subscription, SealedSecret = secret, SealedHeaders = headers };
        var taken = new List<ClaimedDelivery>();
        foreach (var delivery in await WebhookQueue.DueAsync(session, target, now, lease, left))
        {
            if (await WebhookQueue.LeaseAsync(session, delivery, now, now + LeaseLength))
                taken.Add(delivery);
        }

        await WebhookTargetTable.SetWindowAsync(session, subscriptionId, start, count + taken.Count);
        return (taken, taken.Count > 0);
    }

    // An event that was kept while its subscription was being removed.
    private static async ValueTask<bool> IsGoneAsync(ISqlSession session, string subscriptionId) =>
        !await WebhookTargetTable.ExistsAsync(session, subscriptionId) && await WebhookQueue.ForgetAsync(session, subscriptionId) > 0;
}
