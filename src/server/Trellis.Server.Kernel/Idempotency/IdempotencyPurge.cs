using Microsoft.Extensions.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>Removes answers whose time is over, once an hour. Whether one still counts does not depend on it.</summary>
internal sealed class IdempotencyPurge(IStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.WriteAsync(session => IdempotencyTable.PurgeAsync(session, time.GetUtcNow()), stoppingToken);
            }
            catch (StoreException)
            {
                // The next hour's purge removes them too.
            }
        }
    }
}
