using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Forgets settled deliveries once they are old: at the start and every hour.</summary>
internal sealed class WebhookPurge(IStore store, WebhookOptions options, TimeProvider time, ILogger<WebhookPurge> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Small, so that the writes of callers get their turn in between.
    private const int Batch = 200;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (StoreException exception)
            {
                WebhookLog.StoreFailed(logger, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(options.RetentionDays);
        int removed, total = 0;
        do
        {
            removed = await store.WriteAsync(session => WebhookDeliveryTable.PurgeAsync(session, before, Batch), cancellationToken);
            total += removed;
        }
        while (removed == Batch);

        if (total > 0)
            WebhookLog.Purged(logger, total);
    }
}
