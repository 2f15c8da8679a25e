namespace Trellis.Server.Kernel.Models;

/// <summary>The section <c>models</c> of the configuration.</summary>
/// <param name="Upstreams">The upstreams, in their order.</param>
/// <param name="Limits">Timeouts and sizes that hold for each of them.</param>
internal sealed record ModelOptions(IReadOnlyList<UpstreamOptions> Upstreams, UpstreamLimits Limits);
