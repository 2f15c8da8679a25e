using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// Looks at deliveries and decides about dead letters, in the caller's transaction and within one organisation and platform. Safe for
/// concurrent use.
/// </summary>
public interface IWebhookDeliveries
{
    /// <summary>The deliveries of one subscription, newest first.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="state">One of <see cref="WebhookDeliveryState"/>; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many to pass over.</param>
    ValueTask<IReadOnlyList<WebhookDelivery>> ListAsync(
        ISqlSession session, long organisationId, string platform, string subscriptionId, string? state, int limit, int offset);

    /// <summary>The dead letters, newest first.</summary>
    ValueTask<IReadOnlyList<WebhookDelivery>> ListDeadAsync(ISqlSession session, long organisationId, string platform, int limit, int offset);

    /// <summary>Finds a delivery; null when there is none.</summary>
    ValueTask<WebhookDelivery?> FindAsync(ISqlSession session, long organisationId, string platform, string deliveryId);

    /// <summary>The attempts at a delivery, in order; none when there is no such delivery.</summary>
    ValueTask<IReadOnlyList<WebhookAttempt>> ListAttemptsAsync(ISqlSession session, long organisationId, string platform, string deliveryId);

    /// <summary>Puts a dead letter back: it is due at once and has all its retries again.</summary>
    /// <returns>The delivery as it is now; null when there is no dead letter with this id.</returns>
    ValueTask<WebhookDelivery?> RetryAsync(ISqlSession session, long organisationId, string platform, string deliveryId);

    /// <summary>Says that a dead letter needs no delivery any more.</summary>
    /// <returns>The delivery as it is now; null when there is no dead letter with this id.</returns>
    ValueTask<WebhookDelivery?> ResolveAsync(ISqlSession session, long organisationId, string platform, string deliveryId);

    /// <summary>Counts subscriptions, deliveries and attempts.</summary>
    ValueTask<WebhookMetrics> MeasureAsync(ISqlSession session, long organisationId, string platform);
}
