using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>
/// At the start and every minute: makes dead letters of jobs whose last worker kept quiet, which nobody else might ask for, and forgets
/// finished jobs once they are old.
/// </summary>
internal sealed class JobSweep(IStore store, JobOptions options, TimeProvider time, ILogger<JobSweep> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Small, so that the writes of callers get their turn in between.
    private const int Batch = 200;

    /// <summary>Does both once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (await store.WriteAsync(BuryAsync, cancellationToken) == Batch)
        {
        }

        var before = time.GetUtcNow() - TimeSpan.FromDays(options.RetentionDays);
        while (await store.WriteAsync(session => JobTable.PurgeAsync(session, before, Batch), cancellationToken) == Batch)
        {
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StoreException exception)
            {
                JobLog.StoreFailed(logger, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async ValueTask<int> BuryAsync(ISqlSession session)
    {
        var now = time.GetUtcNow();
        var exhausted = await JobTransitions.ExhaustedAsync(session, now, Batch);
        foreach (var job in exhausted)
            await JobTransitions.BuryAsync(session, job.Id, now);
        return exhausted.Count;
    }
}
