using Microsoft.Extensions.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>
/// Once a minute, removes entries whose time is over, and of a project that keeps more than it may those that were written first, until a tenth of
/// its limit is free. Several servers on one store may do it at once.
/// </summary>
internal sealed class CacheSweep(IStore store, CacheOptions options, TimeProvider time) : BackgroundService
{
    // So many go in one transaction: others write in between.
    private const int Batch = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Sweeps once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await store.WriteAsync(session => CacheTable.RemoveEndedAsync(session, time.GetUtcNow()), cancellationToken);
        foreach (var (projectId, bytes) in await store.ReadAsync(session => CacheTable.ListFullAsync(session, options.MostBytes), cancellationToken))
            await EvictAsync(projectId, bytes - options.MostBytes + (options.MostBytes / 10), cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StoreException)
            {
                // The next minute's sweep removes them too.
            }
        }
    }

    private async Task EvictAsync(string projectId, long excess, CancellationToken cancellationToken)
    {
        while (excess > 0)
        {
            var oldest = await store.ReadAsync(session => CacheTable.ListOldestAsync(session, projectId, Batch), cancellationToken);
            var leaving = new List<string>();
            foreach (var (key, size) in oldest)
            {
                if (excess <= 0)
                    break;

                leaving.Add(key);
                excess -= size;
            }

            if (leaving.Count == 0)
                return;

            await store.WriteAsync(session => CacheTable.RemoveAsync(session, projectId, leaving, DateTimeOffset.MinValue), cancellationToken);
        }
    }
}
