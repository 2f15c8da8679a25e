using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>The SQL of jobs as they are kept and looked at.</summary>
internal static class JobTable
{
    public static readonly SqlFragment Columns = new(
        "id, organisation_id, queue, type, payload, state, attempts, max_attempts, retry_delay_ms, due_at, worker, last_error, created_at, finished_at");

    public static ValueTask<int> InsertAsync(ISqlSession session, Job job) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO jobs (
                id, organisation_id, queue, type, payload, state, attempts, max_attempts, retry_delay_ms, due_at, lease, worker, last_error,
                created_at, finished_at)
            VALUES (
                {job.Id}, {job.Queue.OrganisationId}, {job.Queue.Name}, {job.Type}, {job.Payload}, {job.State}, {job.Attempts}, {job.MaxAttempts},
                {(long)job.RetryDelay.TotalMilliseconds}, {job.DueAt}, NULL, NULL, NULL, {job.CreatedAt}, NULL)
            """);

    public static ValueTask<Job?> FindAsync(ISqlSession session, JobQueue queue, string id) =>
        session.QueryFirstOrDefaultAsync<Job?>(
            $"SELECT {Columns} FROM jobs WHERE id = {id} AND organisation_id = {queue.OrganisationId} AND queue = {queue.Name}", Read);

    /// <summary>As <see cref="FindAsync"/>, and holds the job until the transaction ends.</summary>
    public static ValueTask<Job?> LockAsync(ISqlSession session, JobQueue queue, string id) =>
        session.QueryFirstOrDefaultAsync<Job?>(
            $"""
            SELECT {Columns} FROM jobs
            WHERE id = {id} AND organisation_id = {queue.OrganisationId} AND queue = {queue.Name}{session.Dialect.ForUpdate}
            """,
            Read);

    public static ValueTask<IReadOnlyList<Job>> ListAsync(ISqlSession session, JobQueue queue, JobFilter filter) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM jobs
            WHERE organisation_id = {queue.OrganisationId} AND queue = {queue.Name}
              AND ({filter.State is null} = 1 OR state = {filter.State}) AND ({filter.Type is null} = 1 OR type = {filter.Type})
              AND ({filter.Before is null} = 1 OR id {session.Dialect.ByteOrder} < {filter.Before})
            ORDER BY id {session.Dialect.ByteOrder} DESC LIMIT {filter.Limit}
            """,
            Read);

    public static ValueTask<DateTimeOffset?> NextDueAsync(ISqlSession session, JobQueue queue, string type) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT MIN(due_at) FROM jobs
            WHERE organisation_id = {queue.OrganisationId} AND queue = {queue.Name} AND type = {type} AND due_at IS NOT NULL
            """,
            static row => row.TimeOrNull(0));

    /// <summary>Forgets jobs that were finished long ago.</summary>
    public static ValueTask<int> PurgeAsync(ISqlSession session, DateTimeOffset before, int limit) =>
        session.ExecuteAsync(
            $"DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at < {before} LIMIT {limit}{session.Dialect.ForUpdateSkipLocked})");

    public static Job Read(SqlRow row) => new()
    {
        Id = row.Text(0),
        Queue = new JobQueue(row.Integer(1), row.Text(2)),
        Type = row.Text(3),
        Payload = row.Text(4),
        State = row.Text(5),
        Attempts = (int)row.Integer(6),
        MaxAttempts = (int)row.Integer(7),
        RetryDelay = TimeSpan.FromMilliseconds(row.Integer(8)),
        DueAt = row.TimeOrNull(9),
        Worker = row.TextOrNull(10),
        LastError = row.TextOrNull(11),
        CreatedAt = row.Time(12),
        FinishedAt = row.TimeOrNull(13),
    };
}
