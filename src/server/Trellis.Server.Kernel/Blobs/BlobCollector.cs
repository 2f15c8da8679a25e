using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>
/// Removes what nothing refers to: at the start and every minute. A blob is first taken, so that nobody keeps it any more, then removed
/// and then forgotten; a crash in between has it removed once more.
/// </summary>
internal sealed class BlobCollector(IStore store, IBlobVolume volume, TimeProvider time, ILogger<BlobCollector> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Removes what is due and says how much that was.</summary>
    public async Task<int> CollectAsync(CancellationToken cancellationToken)
    {
        int taken, removed = 0;
        do
        {
            var remover = Guid.NewGuid().ToString("N");
            var ids = await store.WriteAsync(session => TakeAsync(session, remover), cancellationToken);
            foreach (var id in ids)
                removed += await TryRemoveAsync(id, remover, cancellationToken) ? 1 : 0;
            taken = ids.Count;
        }
        while (taken == Batch);

        return removed;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await CollectAsync(stoppingToken) is > 0 and var count)
                    BlobLog.Removed(logger, count);
            }
            catch (StoreException exception)
            {
                BlobLog.StoreFailed(logger, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async ValueTask<IReadOnlyList<string>> TakeAsync(ISqlSession session, string remover)
    {
        var now = time.GetUtcNow();
        var ids = await BlobTable.DueAsync(session, now, Batch);
        foreach (var id in ids)
            await BlobTable.TakeAsync(session, id, remover, now + Lease);
        return ids;
    }

    private async Task<bool> TryRemoveAsync(string id, string remover, CancellationToken cancellationToken)
    {
        try
        {
            await volume.RemoveAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BlobLog.RemovalFailed(logger, exception, id);
            return false;
        }

        await store.WriteAsync(session => BlobTable.ForgetAsync(session, id, remover), cancellationToken);
        return true;
    }
}
