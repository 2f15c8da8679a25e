using Trellis.Server.Kernel.Outbound;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>Where consumers may be: where webhooks may go, by the same switch (<c>webhooks.allowLoopback</c>).</summary>
internal sealed class ConsumerGuard(WebhookOptions options)
{
    public OutboundGuard Guard { get; } = new(new OutboundPolicy(options.AllowLoopback));
}
