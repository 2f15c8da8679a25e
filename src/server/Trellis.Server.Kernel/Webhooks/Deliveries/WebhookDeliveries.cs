using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <inheritdoc cref="IWebhookDeliveries"/>
internal sealed class WebhookDeliveries(WebhookSignal signal, TimeProvider time) : IWebhookDeliveries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WebhookDelivery>> ListAsync(
        ISqlSession session, long organisationId, string platform, string subscriptionId, string? state, int limit, int offset) =>
        WebhookDeliveryTable.ListAsync(session, organisationId, platform, subscriptionId, state, limit, offset);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WebhookDelivery>> ListDeadAsync(ISqlSession session, long organisationId, string platform, int limit, int offset) =>
        WebhookDeliveryTable.ListByStateAsync(session, organisationId, platform, WebhookDeliveryState.Dead, limit, offset);

    /// <inheritdoc/>
    public ValueTask<WebhookDelivery?> FindAsync(ISqlSession session, long organisationId, string platform, string deliveryId) =>
        WebhookDeliveryTable.FindAsync(session, organisationId, platform, deliveryId);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WebhookAttempt>> ListAttemptsAsync(ISqlSession session, long organisationId, string platform, string deliveryId) =>
        await FindAsync(session, organisationId, platform, deliveryId) is null ? [] : await WebhookAttemptTable.ListAsync(session, deliveryId);

    /// <inheritdoc/>
    public async ValueTask<WebhookDelivery?> RetryAsync(ISqlSession session, long organisationId, string platform, string deliveryId)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!await WebhookDeliveryTable.RetryAsync(session, organisationId, platform, deliveryId, time.GetUtcNow()))
            return null;

        session.AfterCommit(signal.Wake);
        return await FindAsync(session, organisationId, platform, deliveryId);
    }

    /// <inheritdoc/>
    public async ValueTask<WebhookDelivery?> ResolveAsync(ISqlSession session, long organisationId, string platform, string deliveryId) =>
        await WebhookDeliveryTable.ResolveAsync(session, organisationId, platform, deliveryId, time.GetUtcNow())
            ? await FindAsync(session, organisationId, platform, deliveryId)
            : null;

    /// <inheritdoc/>
    public async ValueTask<WebhookMetrics> MeasureAsync(ISqlSession session, long organisationId, string platform)
    {
        var subscriptions = await WebhookSubscriptionTable.ListAsync(session, organisationId, platform);
        var states = (await WebhookDeliveryTable.CountAsync(session, organisationId, platform)).ToDictionary(static count => count.State);
        return new WebhookMetrics(
            subscriptions.Count,
            subscriptions.Count(static subscription => subscription.IsActive),
            Deliveries(WebhookDeliveryState.Pending),
            Deliveries(WebhookDeliveryState.Delivered),
            Deliveries(WebhookDeliveryState.Dead),
            Deliveries(WebhookDeliveryState.Resolved),
            states.Values.Sum(static count => count.Attempts));

        long Deliveries(string state) => states.GetValueOrDefault(state).Deliveries;
    }
}
