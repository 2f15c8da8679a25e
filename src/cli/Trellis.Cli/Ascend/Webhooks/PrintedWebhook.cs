using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary>A <see cref="WebhookSubscription"/> as it is printed: never with its secret.</summary>
internal sealed record PrintedWebhook(
    string WebhookId, string? Url, IReadOnlyList<string> Events, string? Status, bool? Active, DateTimeOffset? CreatedAt)
{
    public static PrintedWebhook Of(WebhookSubscription webhook) =>
        new(webhook.WebhookId, webhook.Url, webhook.Events, webhook.Status, webhook.Active, webhook.CreatedAt);
}
