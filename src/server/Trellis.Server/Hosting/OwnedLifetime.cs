using Microsoft.Extensions.Hosting;

namespace Trellis.Server;

/// <summary>Leaves signals and the console to whoever started the server: the host lives until it is stopped.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
