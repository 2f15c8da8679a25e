namespace Trellis.Server.Kernel.Webhooks;

/// <summary>What the outbox needs to know of an active subscription.</summary>
internal sealed record WebhookListener(string SubscriptionId, string Platform, IReadOnlyList<string> Events, WebhookFilter Filter, string? Subject)
{
    /// <summary>Whether an event is one of those it asked for, its filter left aside.</summary>
    public bool Wants(WebhookEvent webhookEvent) =>
        Hears(webhookEvent.Platform, webhookEvent.Event) && (Subject is null || Subject == webhookEvent.Subject);

    public bool Hears(string platform, string eventName) =>
        Platform == platform && (Events.Contains(eventName) || Events.Contains(WebhookSubscription.AllEvents));
}
