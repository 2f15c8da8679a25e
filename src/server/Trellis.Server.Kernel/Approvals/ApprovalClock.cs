using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>
/// Expires and escalates approvals when their time comes, each in a transaction of its own. Several servers may do so on one store:
/// whoever comes second finds nothing left to do.
/// </summary>
internal sealed class ApprovalClock(
    IStore store, ApprovalSettlement settlement, ApprovalAlarm alarm, TimeProvider time, ILogger<ApprovalClock> logger) : BackgroundService
{
    private const int BatchSize = 100;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            alarm.RingBy(await RunAsync(stoppingToken));
            await alarm.WaitAsync(stoppingToken);
        }
    }

    // What failed is left out when the next time is looked up, so that it is tried again after the longest sleep and not in a circle.
    private async Task<DateTimeOffset> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            await SettleAsync(now, cancellationToken);
            return await store.ReadAsync(session => ApprovalDueList.NextAsync(session, now), cancellationToken) ?? DateTimeOffset.MaxValue;
        }
        catch (StoreException error)
        {
            ApprovalLog.ClockFailed(logger, error);
            return DateTimeOffset.MaxValue;
        }
    }

    private async Task SettleAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = DueApproval.First;
        IReadOnlyList<DueApproval> due;
        do
        {
            due = await store.ReadAsync(session => ApprovalDueList.ReadAsync(session, now, last, BatchSize), cancellationToken);
            foreach (var approval in due)
                await SettleAsync(approval, cancellationToken);

            last = due.Count > 0 ? due[^1] : last;
        }
        while (due.Count == BatchSize);
    }

    private async Task SettleAsync(DueApproval due, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(session => settlement.LockAsync(session, due.OrganisationId, due.Id), cancellationToken);
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreException { Failure: StoreFailure.Unavailable }))
        {
            // A platform that fails over one approval must not keep the others from expiring.
            ApprovalLog.PlatformFailed(logger, due.Id, error);
        }
    }
}
