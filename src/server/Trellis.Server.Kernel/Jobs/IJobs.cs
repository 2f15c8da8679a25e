using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>
/// Work that is done later, at least once: a job survives crashes of the server and of its workers, is tried again after failures, and ends
/// as completed, cancelled or a dead letter. All of it happens in the caller's transaction. Safe for concurrent use.
/// </summary>
public interface IJobs
{
    /// <summary>Enqueues a job, and wakes whoever runs jobs on this server once that is durable.</summary>
    ValueTask<Job> EnqueueAsync(ISqlSession session, NewJob job);

    /// <summary>
    /// Gives a worker the jobs whose time has come, the longest due first, and those whose worker has kept quiet for too long. Each is an
    /// attempt. Workers that ask at the same time get different jobs.
    /// </summary>
    ValueTask<IReadOnlyList<LeasedJob>> TakeAsync(ISqlSession session, JobTake take);

    /// <summary>Says that a job is done.</summary>
    ValueTask<JobSettlement> CompleteAsync(ISqlSession session, JobLease lease);

    /// <summary>Says that an attempt failed: the job waits for the next, or is a dead letter after the last.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="error">Why, for people who look; cut after 1000 characters.</param>
    /// <param name="delay">How long to wait; null for the job's own backoff.</param>
    ValueTask<JobSettlement> FailAsync(ISqlSession session, JobLease lease, string error, TimeSpan? delay = null);

    /// <summary>Says that a job was not tried after all: it waits for another worker, and no attempt is counted.</summary>
    ValueTask<JobSettlement> GiveBackAsync(ISqlSession session, JobLease lease);

    /// <summary>Says that the worker is still at it.</summary>
    /// <returns>The new end of the lease, counted from now; null when the lease is lost or the job cancelled.</returns>
    ValueTask<DateTimeOffset?> ExtendAsync(ISqlSession session, JobLease lease, TimeSpan length);

    /// <summary>Cancels a job that is not finished.</summary>
    ValueTask<JobCancellation> CancelAsync(ISqlSession session, JobQueue queue, string id);

    /// <summary>Makes a dead letter a job again, with all its attempts before it.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    ValueTask<bool> RetryAsync(ISqlSession session, JobQueue queue, string id);

    /// <summary>Finds a job; null when the queue has none with this id.</summary>
    ValueTask<Job?> FindAsync(ISqlSession session, JobQueue queue, string id);

    /// <summary>Lists jobs, newest first.</summary>
    ValueTask<IReadOnlyList<Job>> ListAsync(ISqlSession session, JobQueue queue, JobFilter filter);

    /// <summary>When the next job of a kind may be taken; null when none waits.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(ISqlSession session, JobQueue queue, string type);
}
