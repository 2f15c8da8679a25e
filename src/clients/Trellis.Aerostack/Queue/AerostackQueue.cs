using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The project's job queue. Reached through <see cref="AerostackClient.Queue"/>; safe for concurrent use. Contract sections 2.1.7 and 2.2.3.</summary>
public sealed class AerostackQueue
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<EnqueuedJob> _enqueue;
    private readonly ApiOperation<JobLookup> _job;
    private readonly ApiOperation<JobPage> _jobs;
    private readonly ApiOperation<JobCancellation> _cancel;

    internal AerostackQueue(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _enqueue = operations.Post<EnqueuedJob>("queue.enqueue", "/queue/enqueue", 201);
        _job = operations.Post<JobLookup>("queue.job", "/queue/job");
        _jobs = operations.Post<JobPage>("queue.jobs", "/queue/jobs");
        _cancel = operations.Post<JobCancellation>("queue.cancel", "/queue/cancel");
    }

    /// <summary>Puts a job into the queue.</summary>
    /// <param name="type">What kind of job it is, such as <c>send-email</c>.</param>
    /// <param name="data">What the worker is given.</param>
    /// <param name="delay">How long it waits before it is taken, in whole seconds; a fraction counts as one more.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the job may be in the queue all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<EnqueuedJob> EnqueueAsync(
        string type, JsonObject data, TimeSpan? delay = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Enqueuing(type, data, delay), options, cancellationToken);

    /// <inheritdoc cref="EnqueueAsync"/>
    public EnqueuedJob Enqueue(
        string type, JsonObject data, TimeSpan? delay = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Enqueuing(type, data, delay), options, cancellationToken);

    /// <summary>Tells what has become of a job. An id that is not known is no error.</summary>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<JobLookup> GetJobAsync(string jobId, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(GettingJob(jobId), options, cancellationToken);

    /// <inheritdoc cref="GetJobAsync"/>
    public JobLookup GetJob(string jobId, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(GettingJob(jobId), options, cancellationToken);

    /// <summary>Lists a page of the jobs.</summary>
    /// <param name="filter">Which ones; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at the most, up to 200.</param>
    /// <param name="cursor">The <see cref="JobPage.Cursor"/> of the page before; <see langword="null"/> for the first.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<JobPage> ListJobsAsync(
        JobFilter? filter = null,
        int limit = 50,
        string? cursor = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(filter, limit, cursor), options, cancellationToken);

    /// <inheritdoc cref="ListJobsAsync"/>
    public JobPage ListJobs(
        JobFilter? filter = null,
        int limit = 50,
        string? cursor = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(filter, limit, cursor), options, cancellationToken);

    /// <summary>Lists all jobs, page by page as they are read.</summary>
    /// <param name="filter">Which ones; <see langword="null"/> for all.</param>
    /// <param name="pageSize">How many each call asks for, up to 200.</param>
    /// <param name="options">In what the calls differ from the client's options.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="AerostackException">A call failed.</exception>
    public IAsyncEnumerable<JobRecord> ListAllJobsAsync(
        JobFilter? filter = null, int pageSize = 50, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages.ReadAllAsync<JobPage, JobRecord>((cursor, token) => ListJobsAsync(filter, pageSize, cursor, options, token), cancellationToken);

    /// <summary>Marks a job as cancelled. A worker that has taken it goes on; a job that has ended cannot be cancelled, which the answer says.</summary>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the job may be cancelled all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<JobCancellation> CancelAsync(string jobId, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Cancelling(jobId), options, cancellationToken);

    /// <inheritdoc cref="CancelAsync"/>
    public JobCancellation Cancel(string jobId, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Cancelling(jobId), options, cancellationToken);

    private ApiRequest<EnqueuedJob> Enqueuing(string type, JsonObject data, TimeSpan? delay)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(data);
        return new(_enqueue, RequestBody.From(new(data, type, WireSeconds.Of(delay)), AerostackJsonContext.Default.EnqueueBody));
    }

    private ApiRequest<JobLookup> GettingJob(string jobId) => new(_job, Id(jobId));

    private ApiRequest<JobPage> Listing(JobFilter? filter, int limit, string? cursor) =>
        new(_jobs, RequestBody.From(new(filter?.Status, filter?.Type, limit, cursor), AerostackJsonContext.Default.JobsBody));

    private ApiRequest<JobCancellation> Cancelling(string jobId) => new(_cancel, Id(jobId));

    private static RequestBody Id(string jobId)
    {
        ArgumentNullException.ThrowIfNull(jobId);
        return RequestBody.From(new(jobId), AerostackJsonContext.Default.JobIdBody);
    }
}
