using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The guard of webhooks; others may have a guard with another policy.</summary>
internal sealed record WebhookGuard(OutboundGuard Guard);
