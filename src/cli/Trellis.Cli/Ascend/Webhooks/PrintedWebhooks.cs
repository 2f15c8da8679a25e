using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary>A <see cref="WebhookList"/> as it is printed.</summary>
internal sealed record PrintedWebhooks(IReadOnlyList<PrintedWebhook> Webhooks)
{
    public static PrintedWebhooks Of(WebhookList list) => new([.. list.Webhooks.Select(PrintedWebhook.Of)]);
}
