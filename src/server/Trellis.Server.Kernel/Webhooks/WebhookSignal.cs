using Trellis.Server.Kernel.Signals;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Wakes the dispatcher of this server.</summary>
internal sealed class WebhookSignal(TimeProvider time) : WakeSignal(time);
