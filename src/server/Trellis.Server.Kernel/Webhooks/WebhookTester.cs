using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <inheritdoc cref="IWebhookTester"/>
internal sealed class WebhookTester(IStore store, WebhookSender sender, WebhookFormats formats, TimeProvider time) : IWebhookTester
{
    /// <inheritdoc/>
    public async Task<WebhookAttempt?> TestAsync(
        long organisationId, string platform, string subscriptionId, string eventName, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(session => FindAsync(session, organisationId, platform, subscriptionId), cancellationToken) is not { } target)
            return null;

        var now = time.GetUtcNow();
        var body = formats.Of(platform).WriteBody(new WebhookMessage(WebhookId.NewEvent(now), organisationId, eventName, now, data));
        return await sender.SendAsync(target, WebhookId.NewDelivery(now), eventName, body, number: 1, cancellationToken);
    }

    private static async ValueTask<WebhookTarget?> FindAsync(ISqlSession session, long organisationId, string platform, string subscriptionId)
    {
        if (await WebhookSubscriptionTable.FindAsync(session, organisationId, platform, subscriptionId) is not { } subscription)
            return null;

        var (secret, headers) = await WebhookSubscriptionTable.SealedAsync(session, subscriptionId);
        return new WebhookTarget { Subscription = subscription, SealedSecret = secret, SealedHeaders = headers };
    }
}
