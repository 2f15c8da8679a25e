using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// Attempts what is due: at once when this server enqueued it, else when its time comes, and within half a minute what a server that died
/// has left behind. A delivery is leased and settled in the store, so that a crash at any moment repeats it and never loses it.
/// </summary>
internal sealed class WebhookDispatcher(
    IStore store,
    WebhookSignal signal,
    WebhookClaims claims,
    WebhookSender sender,
    WebhookSettlement settlement,
    TimeProvider time,
    ILogger<WebhookDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan WaitForOthers = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WaitAfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WaitForSecret = TimeSpan.FromSeconds(60);

    private readonly WebhookLanes _lanes = new();
    private readonly List<Task> _running = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await signal.WaitAsync(await DispatchAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_running);
        }
    }

    /// <summary>Starts what is due and says how long there is nothing more to do.</summary>
    private async Task<TimeSpan> DispatchAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (_lanes.Free > 0)
            {
                if (await store.ReadAsync(session => WebhookQueue.NextDueAsync(session, _lanes.Full), stoppingToken) is not { } due)
                    return LongestWait;
                if (due - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
                    return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, ShortestWait.Ticks, LongestWait.Ticks));

                var (deliveries, isChanged) = await claims.TakeAsync(_lanes, stoppingToken);
                if (!isChanged)
                    return WaitForOthers;
                Start(deliveries, stoppingToken);
            }

            // A lane that becomes free wakes.
            return LongestWait;
        }
        catch (StoreException exception)
        {
            WebhookLog.StoreFailed(logger, exception);
            return WaitAfterFailure;
        }
    }

    private void Start(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken stoppingToken)
    {
        _running.RemoveAll(static task => task.IsCompleted);
        foreach (var delivery in deliveries)
        {
            _lanes.Enter(delivery.Target.Subscription.Id);
            _running.Add(DeliverAsync(delivery, stoppingToken));
        }
    }

    private async Task DeliverAsync(ClaimedDelivery delivery, CancellationToken stoppingToken)
    {
        try
        {
            await AttemptAsync(delivery, stoppingToken);
        }
        catch (StoreException exception)
        {
            // The lease ends, and the delivery is tried again.
            WebhookLog.StoreFailed(logger, exception);
        }
        finally
        {
            _lanes.Leave(delivery.Target.Subscription.Id);
            signal.Wake();
        }
    }

    private async Task AttemptAsync(ClaimedDelivery delivery, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            var attempt = await sender.SendAsync(delivery.Target, delivery.Id, delivery.Event, delivery.Body, (int)delivery.Attempts + 1, stoppingToken);
            await settlement.SettleAsync(delivery, attempt);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await settlement.ReleaseAsync(delivery, TimeSpan.Zero);
        }
        catch (SecretProtectionException exception)
        {
            // No fault of the receiver: another server may hold the key, or somebody puts the file back.
            WebhookLog.SecretUnavailable(logger, exception, delivery.Id);
            await settlement.ReleaseAsync(delivery, WaitForSecret, "The server cannot open the webhook's secret.");
        }
        catch (Exception exception) when (exception is not StoreException)
        {
            // A defect must neither end the loop nor hold the delivery for ever.
            WebhookLog.Defect(logger, exception, delivery.Id);
            await settlement.ReleaseAsync(delivery, WaitForSecret, "The server failed while it made the attempt.");
        }
    }
}
