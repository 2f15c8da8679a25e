using System.Text.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <inheritdoc cref="IWebhookOutbox"/>
internal sealed class WebhookOutbox(WebhookDirectory directory, WebhookFormats formats, WebhookSignal signal, TimeProvider time) : IWebhookOutbox
{
    /// <inheritdoc/>
    public bool MayHaveListeners(long organisationId, string platform, string eventName) =>
        directory.MayHaveListeners(organisationId, platform, eventName);

    /// <inheritdoc/>
    public ValueTask<int> EnqueueAsync(ISqlSession session, WebhookEvent webhookEvent) => EnqueueAsync(session, [webhookEvent]);

    /// <inheritdoc/>
    public async ValueTask<int> EnqueueAsync(ISqlSession session, IReadOnlyList<WebhookEvent> webhookEvents)
    {
        ArgumentNullException.ThrowIfNull(webhookEvents);
        if (webhookEvents.Count == 0)
            return 0;

        var organisationId = webhookEvents[0].OrganisationId;
        if (webhookEvents.Any(webhookEvent => webhookEvent.OrganisationId != organisationId))
            throw new ArgumentException("The events are of several organisations.", nameof(webhookEvents));

        var listeners = await directory.FindAsync(session, organisationId);
        if (listeners.Count == 0)
            return 0;

        var enqueued = 0;
        foreach (var webhookEvent in webhookEvents)
            enqueued += await EnqueueAsync(session, webhookEvent, listeners);
        if (enqueued > 0)
            session.AfterCommit(signal.Wake);
        return enqueued;
    }

    private async ValueTask<int> EnqueueAsync(ISqlSession session, WebhookEvent webhookEvent, IReadOnlyList<WebhookListener> listeners)
    {
        var targets = Match(listeners, webhookEvent);
        if (targets.Count == 0)
            return 0;

        var now = time.GetUtcNow();
        var message = new WebhookMessage(
            WebhookId.NewEvent(now), webhookEvent.OrganisationId, webhookEvent.Event, webhookEvent.At, webhookEvent.Data);
        var body = formats.Of(webhookEvent.Platform).WriteBody(message);
        foreach (var target in targets)
            await WebhookDeliveryTable.InsertAsync(session, WebhookId.NewDelivery(now), target.SubscriptionId, webhookEvent.Platform, message, body, now);

        return targets.Count;
    }

    private static List<WebhookListener> Match(IReadOnlyList<WebhookListener> listeners, WebhookEvent webhookEvent)
    {
        var matching = listeners.Where(listener => listener.Wants(webhookEvent)).ToList();
        if (!matching.Exists(static listener => listener.Filter.IsSelective))
            return matching;

        using var data = JsonDocument.Parse(webhookEvent.Data);
        matching.RemoveAll(listener => !listener.Filter.Matches(data.RootElement));
        return matching;
    }
}
