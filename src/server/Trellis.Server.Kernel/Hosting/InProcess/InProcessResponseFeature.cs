using Microsoft.AspNetCore.Http.Features;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>
/// The answer to a request from inside, which has started as soon as its first byte is written: what fails after that must reach the caller as an
/// exception, since no other answer can be given any more.
/// </summary>
internal sealed class InProcessResponseFeature(DeferredStream body) : HttpResponseFeature
{
    public override bool HasStarted => body.IsOpen;
}
