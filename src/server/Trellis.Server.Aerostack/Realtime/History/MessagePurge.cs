using Microsoft.Extensions.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.History;

/// <summary>Forgets messages that are old, once an hour.</summary>
internal sealed class MessagePurge(IStore store, RealtimeOptions options, TimeProvider time) : BackgroundService
{
    // So many go in one transaction: others write in between.
    private const int Batch = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Purges once.</summary>
    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - options.MessageLifetime).ToUnixTimeMilliseconds();
        while (await store.WriteAsync(session => MessageTable.PurgeAsync(session, before, Batch), cancellationToken) == Batch)
        {
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (StoreException)
            {
                // The next hour's purge removes them too.
            }
        }
    }
}
