using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Where events leave from: kept with what they tell of, delivered afterwards. Safe for concurrent use.</summary>
public interface IWebhookOutbox
{
    /// <summary>
    /// Whether anybody may want an event. Costs no SQL: false is certain, true may be wrong. On a store that several servers share it is
    /// always true, since another server may have made a subscription.
    /// </summary>
    bool MayHaveListeners(long organisationId, string platform, string eventName);

    /// <summary>
    /// Puts one delivery per matching subscription into the caller's transaction, and wakes the dispatcher once that is durable. Without a
    /// subscription in the organisation it costs nothing on a store of one server, and one read by primary key on a shared store.
    /// </summary>
    /// <param name="session">The transaction of what happened.</param>
    /// <param name="webhookEvent">What happened.</param>
    /// <returns>The number of deliveries.</returns>
    /// <exception cref="System.Text.Json.JsonException">The event's data are not JSON, and a subscription filters by them.</exception>
    ValueTask<int> EnqueueAsync(ISqlSession session, WebhookEvent webhookEvent);

    /// <summary>As <see cref="EnqueueAsync(ISqlSession, WebhookEvent)"/>, for several events of one organisation, and asks but once who listens.</summary>
    /// <exception cref="ArgumentException">The events are of several organisations.</exception>
    ValueTask<int> EnqueueAsync(ISqlSession session, IReadOnlyList<WebhookEvent> webhookEvents);
}
