using System.Security.Cryptography;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Jobs;

/// <inheritdoc cref="IJobs"/>
internal sealed class JobRegister(JobSignal signal, RandomNumberGenerator random, TimeProvider time) : IJobs
{
    private const int TokenBytes = 16;
    private const int LongestError = 1000;

    /// <inheritdoc/>
    public async ValueTask<Job> EnqueueAsync(ISqlSession session, NewJob job)
    {
        ArgumentNullException.ThrowIfNull(job);

        var now = time.GetUtcNow();
        var kept = new Job
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Queue = job.Queue,
            Type = job.Type,
            Payload = job.Payload,
            State = JobState.Queued,
            Attempts = 0,
            MaxAttempts = job.MaxAttempts,
            RetryDelay = job.RetryDelay,
            DueAt = now + job.Delay,
            Worker = null,
            LastError = null,
            CreatedAt = now,
            FinishedAt = null,
        };
        await JobTable.InsertAsync(session, kept);
        session.AfterCommit(signal.Wake);
        return kept;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LeasedJob>> TakeAsync(ISqlSession session, JobTake take)
    {
        ArgumentNullException.ThrowIfNull(take);

        var now = time.GetUtcNow();
        var taken = new List<LeasedJob>();
        IReadOnlyList<Job> due;
        do
        {
            // Each round leases or buries all that it reads, so none is read twice.
            due = await JobTransitions.DueAsync(session, take, now, take.Count - taken.Count);
            foreach (var job in due)
            {
                if (job.State == JobState.Processing && job.Attempts >= job.MaxAttempts)
                    await JobTransitions.BuryAsync(session, job.Id, now);
                else
                    taken.Add(await LeaseAsync(session, take, job, now));
            }
        }
        while (due.Count > 0 && taken.Count < take.Count);

        return taken;
    }

    /// <inheritdoc/>
    public async ValueTask<JobSettlement> CompleteAsync(ISqlSession session, JobLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await JobTransitions.CompleteAsync(session, lease, time.GetUtcNow()) ? JobSettlement.Settled : await LeaveAsync(session, lease);
    }

    /// <inheritdoc/>
    public async ValueTask<JobSettlement> FailAsync(ISqlSession session, JobLease lease, string error, TimeSpan? delay = null)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(error);
        if (await JobTransitions.LockAsync(session, lease) is not { } job)
            return await LeaveAsync(session, lease);

        var now = time.GetUtcNow();
        var isLast = job.Attempts >= job.MaxAttempts;
        DateTimeOffset? due = isLast ? null : now + (delay ?? JobBackoff.After(job.Attempts, job.RetryDelay));
        await JobTransitions.FailAsync(session, job.Id, Shorten(error), due, isLast ? now : null);
        if (!isLast)
            session.AfterCommit(signal.Wake);
        return JobSettlement.Settled;
    }

    /// <inheritdoc/>
    public async ValueTask<JobSettlement> GiveBackAsync(ISqlSession session, JobLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        if (await JobTransitions.LockAsync(session, lease) is not { } job)
            return await LeaveAsync(session, lease);

        await JobTransitions.GiveBackAsync(session, job.Id, time.GetUtcNow());
        session.AfterCommit(signal.Wake);
        return JobSettlement.Settled;
    }

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> ExtendAsync(ISqlSession session, JobLease lease, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        if (await JobTransitions.LockAsync(session, lease) is not { } job)
            return null;

        var until = time.GetUtcNow() + length;
        await JobTransitions.ExtendAsync(session, job.Id, until);
        return until;
    }

    /// <inheritdoc/>
    public async ValueTask<JobCancellation> CancelAsync(ISqlSession session, JobQueue queue, string id)
    {
        if (await JobTable.LockAsync(session, queue, id) is not { } job)
            return JobCancellation.NotFound;
        if (job.State == JobState.Cancelled)
            return JobCancellation.AlreadyCancelled;
        if (job.State is JobState.Completed or JobState.Failed)
            return JobCancellation.Finished;

        await JobTransitions.CancelAsync(session, id, time.GetUtcNow());
        return job.State == JobState.Processing ? JobCancellation.CancelledWhileProcessing : JobCancellation.Cancelled;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RetryAsync(ISqlSession session, JobQueue queue, string id)
    {
        var isQueued = await JobTransitions.RetryAsync(session, queue, id, time.GetUtcNow());
        if (isQueued)
            session.AfterCommit(signal.Wake);
        return isQueued;
    }

    /// <inheritdoc/>
    public ValueTask<Job?> FindAsync(ISqlSession session, JobQueue queue, string id) => JobTable.FindAsync(session, queue, id);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Job>> ListAsync(ISqlSession session, JobQueue queue, JobFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return JobTable.ListAsync(session, queue, filter);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(ISqlSession session, JobQueue queue, string type) => JobTable.NextDueAsync(session, queue, type);

    private static async ValueTask<JobSettlement> LeaveAsync(ISqlSession session, JobLease lease) =>
        await JobTransitions.LeaveAsync(session, lease) ? JobSettlement.Cancelled : JobSettlement.LeaseLost;

    private static string Shorten(string error)
    {
        if (error.Length <= LongestError)
            return error;

        // Half a character is no text that the store takes.
        return error[..(char.IsHighSurrogate(error[LongestError - 1]) ? LongestError - 1 : LongestError)];
    }

    private async ValueTask<LeasedJob> LeaseAsync(ISqlSession session, JobTake take, Job job, DateTimeOffset now)
    {
        var lease = new JobLease(take.Queue, job.Id, NewToken());
        var until = now + take.LeaseLength;
        await JobTransitions.LeaseAsync(session, job.Id, lease.Token, take.Worker, until);
        return new LeasedJob((await JobTable.FindAsync(session, take.Queue, job.Id))!, lease, until);
    }

    private string NewToken()
    {
        Span<byte> bits = stackalloc byte[TokenBytes];
        random.GetBytes(bits);
        return Convert.ToHexStringLower(bits);
    }
}
