using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>The SQL by which a job goes from one state to the next. What a worker says counts only while the lease is its own.</summary>
internal static class JobTransitions
{
    private const string LeaseRanOut = "The worker of the last attempt never said how it ended.";

    /// <summary>The jobs that may be taken, held until the transaction ends; those that another transaction holds are passed over.</summary>
    public static ValueTask<IReadOnlyList<Job>> DueAsync(ISqlSession session, JobTake take, DateTimeOffset now, int limit) =>
        session.QueryAsync(
            $"""
            SELECT {JobTable.Columns} FROM jobs
            WHERE organisation_id = {take.Queue.OrganisationId} AND queue = {take.Queue.Name} AND due_at <= {now}
              AND ({take.Types.Count == 0} = 1 OR type IN (
                {At(take, 0)}, {At(take, 1)}, {At(take, 2)}, {At(take, 3)}, {At(take, 4)}, {At(take, 5)}, {At(take, 6)}, {At(take, 7)}))
            ORDER BY due_at, created_at, id LIMIT {limit}{session.Dialect.ForUpdateSkipLocked}
            """,
            JobTable.Read);

    /// <summary>Jobs of any queue whose last attempt has had its time.</summary>
    public static ValueTask<IReadOnlyList<Job>> ExhaustedAsync(ISqlSession session, DateTimeOffset now, int limit) =>
        session.QueryAsync(
            $"""
            SELECT {JobTable.Columns} FROM jobs
            WHERE state = 'processing' AND due_at <= {now} AND attempts >= max_attempts
            ORDER BY due_at LIMIT {limit}{session.Dialect.ForUpdateSkipLocked}
            """,
            JobTable.Read);

    public static ValueTask<int> LeaseAsync(ISqlSession session, string id, string lease, string worker, DateTimeOffset until) =>
        session.ExecuteAsync(
            $"""
            UPDATE jobs SET state = {JobState.Processing}, attempts = attempts + 1, lease = {lease}, worker = {worker}, due_at = {until}
            WHERE id = {id}
            """);

    public static ValueTask<int> BuryAsync(ISqlSession session, string id, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            UPDATE jobs SET state = {JobState.Failed}, due_at = NULL, lease = NULL, last_error = {LeaseRanOut}, finished_at = {now}
            WHERE id = {id}
            """);

    public static ValueTask<bool> CompleteAsync(ISqlSession session, JobLease lease, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            UPDATE jobs SET state = {JobState.Completed}, due_at = NULL, lease = NULL, finished_at = {now}
            WHERE id = {lease.JobId} AND organisation_id = {lease.Queue.OrganisationId} AND queue = {lease.Queue.Name}
              AND lease = {lease.Token} AND state = {JobState.Processing}
            """);

    /// <summary>Ends the lease of a job that was cancelled meanwhile.</summary>
    public static ValueTask<bool> LeaveAsync(ISqlSession session, JobLease lease) =>
        session.TryExecuteAsync(
            $"""
            UPDATE jobs SET lease = NULL
            WHERE id = {lease.JobId} AND organisation_id = {lease.Queue.OrganisationId} AND queue = {lease.Queue.Name}
              AND lease = {lease.Token} AND state = {JobState.Cancelled}
            """);

    /// <summary>Holds the job of a lease until the transaction ends; null when the lease is lost or the job cancelled.</summary>
    public static ValueTask<Job?> LockAsync(ISqlSession session, JobLease lease) =>
        session.QueryFirstOrDefaultAsync<Job?>(
            $"""
            SELECT {JobTable.Columns} FROM jobs
            WHERE id = {lease.JobId} AND organisation_id = {lease.Queue.OrganisationId} AND queue = {lease.Queue.Name}
              AND lease = {lease.Token} AND state = {JobState.Processing}{session.Dialect.ForUpdate}
            """,
            JobTable.Read);

    public static ValueTask<int> FailAsync(ISqlSession session, string id, string error, DateTimeOffset? due, DateTimeOffset? finished) =>
        session.ExecuteAsync(
            $"""
            UPDATE jobs SET state = {(due is null ? JobState.Failed : JobState.Queued)}, due_at = {due}, lease = NULL, last_error = {error},
                finished_at = {finished}
            WHERE id = {id}
            """);

    public static ValueTask<int> GiveBackAsync(ISqlSession session, string id, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"UPDATE jobs SET state = {JobState.Queued}, attempts = attempts - 1, due_at = {now}, lease = NULL WHERE id = {id}");

    public static ValueTask<int> ExtendAsync(ISqlSession session, string id, DateTimeOffset until) =>
        session.ExecuteAsync($"UPDATE jobs SET due_at = {until} WHERE id = {id}");

    /// <summary>Cancels; who has the job keeps the lease, so as to be told.</summary>
    public static ValueTask<int> CancelAsync(ISqlSession session, string id, DateTimeOffset now) =>
        session.ExecuteAsync($"UPDATE jobs SET state = {JobState.Cancelled}, due_at = NULL, finished_at = {now} WHERE id = {id}");

    public static ValueTask<bool> RetryAsync(ISqlSession session, JobQueue queue, string id, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            UPDATE jobs SET state = {JobState.Queued}, attempts = 0, due_at = {now}, finished_at = NULL
            WHERE id = {id} AND organisation_id = {queue.OrganisationId} AND queue = {queue.Name} AND state = {JobState.Failed}
            """);

    private static string? At(JobTake take, int index) => index < take.Types.Count ? take.Types[index] : null;
}
