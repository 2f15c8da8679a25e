using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>
/// Calls consumers with their jobs: at once when this server enqueued one, else when its time comes, and within half a minute what another
/// server has left behind. A job is leased and settled in the store, so that a crash at any moment repeats the call and never loses the job.
/// </summary>
internal sealed class ConsumerDispatcher(
    IStore store, IJobs jobs, JobSignal signal, ConsumerCall call, TimeProvider time, ILogger<ConsumerDispatcher> logger) : BackgroundService
{
    private const string Worker = "consumer";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan WaitForOthers = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WaitAfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WaitForSecret = TimeSpan.FromSeconds(60);

    private readonly ConsumerLanes _lanes = new();
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
            _running.RemoveAll(static task => task.IsCompleted);
            var wait = LongestWait;
            foreach (var consumer in await store.ReadAsync(ConsumerTable.ListAllAsync, stoppingToken))
            {
                // A lane that becomes free wakes.
                if (_lanes.FreeFor(consumer.Id) > 0 && await DispatchAsync(consumer, stoppingToken) is { } next && next < wait)
                    wait = next;
            }

            return wait < ShortestWait ? ShortestWait : wait;
        }
        catch (StoreException exception)
        {
            QueueLog.StoreFailed(logger, exception);
            return WaitAfterFailure;
        }
    }

    private async Task<TimeSpan?> DispatchAsync(Consumer consumer, CancellationToken stoppingToken)
    {
        var queue = ProjectQueue.Of(consumer.OrganisationId, consumer.ProjectId);
        if (await store.ReadAsync(session => jobs.NextDueAsync(session, queue, consumer.Type), stoppingToken) is not { } due)
            return null;
        if (due - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            return wait;

        var take = new JobTake
        {
            Queue = queue,
            Types = [consumer.Type],
            Count = _lanes.FreeFor(consumer.Id),
            LeaseLength = 2 * ConsumerCall.Patience,
            Worker = Worker,
        };
        var taken = await store.WriteAsync(session => jobs.TakeAsync(session, take), stoppingToken);
        foreach (var job in taken)
        {
            _lanes.Enter(consumer.Id);
            _running.Add(RunAsync(consumer, job, stoppingToken));
        }

        // The end of each call wakes; who got none came after another server.
        return taken.Count == 0 ? WaitForOthers : null;
    }

    private async Task RunAsync(Consumer consumer, LeasedJob job, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            await AttemptAsync(consumer, job, stoppingToken);
        }
        catch (StoreException exception)
        {
            // The lease ends, and the job is given out again.
            QueueLog.StoreFailed(logger, exception);
        }
        finally
        {
            _lanes.Leave(consumer.Id);
            signal.Wake();
        }
    }

    private async Task AttemptAsync(Consumer consumer, LeasedJob job, CancellationToken stoppingToken)
    {
        try
        {
            if (await call.RunAsync(consumer, job.Job, stoppingToken) is { } error)
                await FailAsync(consumer, job, error);
            else
                await store.WriteAsync(session => jobs.CompleteAsync(session, job.Lease), CancellationToken.None);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await store.WriteAsync(session => jobs.GiveBackAsync(session, job.Lease), CancellationToken.None);
        }
        catch (SecretProtectionException exception)
        {
            // No fault of the consumer: another server may hold the key, or somebody puts the file back.
            QueueLog.SecretUnavailable(logger, exception, consumer.Id);
            await store.WriteAsync(
                session => jobs.FailAsync(session, job.Lease, "The server cannot open the consumer's secret.", WaitForSecret), CancellationToken.None);
        }
        catch (Exception exception) when (exception is not StoreException)
        {
            // A defect must neither end the loop nor hold the job for ever.
            QueueLog.Defect(logger, exception, job.Job.Id);
            await FailAsync(consumer, job, "The server failed while it made the call.");
        }
    }

    private async Task FailAsync(Consumer consumer, LeasedJob job, string error)
    {
        QueueLog.CallFailed(logger, job.Job.Id, consumer.Url.Host, error);
        await store.WriteAsync(session => jobs.FailAsync(session, job.Lease, error), CancellationToken.None);
    }
}
