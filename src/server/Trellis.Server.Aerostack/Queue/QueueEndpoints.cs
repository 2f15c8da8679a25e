using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>Enqueues jobs and looks after them.</summary>
internal sealed class QueueEndpoints(IStore store, IJobs jobs)
{
    /// <summary>The longest delay: a year.</summary>
    public const int LongestDelaySeconds = 366 * 24 * 60 * 60;

    private const int MostAttempts = 20;
    private const int DefaultAttempts = 5;
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    /// <summary>Enqueues a job: 201.</summary>
    public async ValueTask<JsonAnswer> EnqueueAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var type = fields.Text("type");
        var data = fields.Object("data");
        if (!fields.Has("data"))
            fields.Errors.Add("data", "is required");
        var delay = fields.OptionalInteger("delay", 0, LongestDelaySeconds) ?? 0;
        var attempts = fields.OptionalInteger("maxAttempts", 1, MostAttempts) ?? DefaultAttempts;
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var payload = data.GetRawText();
        if (!StorableText.IsValid(payload))
            return AerostackErrors.Invalid("data", "must not hold U+0000");

        var newJob = new NewJob
        {
            Queue = ProjectQueue.Of(call.Caller.Project),
            Type = type,
            Payload = payload,
            Delay = TimeSpan.FromSeconds(delay),
            MaxAttempts = (int)attempts,
        };
        var job = await store.WriteAsync(session => jobs.EnqueueAsync(session, newJob), call.Aborted);
        return Answer.Created(json =>
        {
            json.WriteString("jobId"u8, job.Id);
            json.WriteBoolean("success"u8, true);
        });
    }

    /// <summary>One job; a job that is not there is no error.</summary>
    public async ValueTask<JsonAnswer> FindAsync(AerostackCall call)
    {
        if (!TryReadId(call, out var id, out var refusal))
            return refusal!;

        var job = await store.ReadAsync(session => jobs.FindAsync(session, ProjectQueue.Of(call.Caller.Project), id), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WritePropertyName("job"u8);
            if (job is null)
                json.WriteNullValue();
            else
                JobJson.Write(json, job, call.ProjectId);
            json.WriteBoolean("exists"u8, job is not null);
        });
    }

    /// <summary>Jobs, newest first. The cursor is the id of the last of the page before.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var state = fields.OptionalWord("status", [.. JobState.All]);
        var type = fields.OptionalText("type");
        var limit = (int)(fields.OptionalInteger("limit", 1, LargestPage) ?? DefaultPage);
        var cursor = fields.OptionalText("cursor");
        if (cursor is not null && !Guid.TryParseExact(cursor, "D", out _))
            fields.Errors.Add("cursor", "must be one that a page ended with");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        // One more than asked for tells whether there is a further page.
        var filter = new JobFilter { State = state, Type = type, Before = cursor, Limit = limit + 1 };
        var found = await store.ReadAsync(session => jobs.ListAsync(session, ProjectQueue.Of(call.Caller.Project), filter), call.Aborted);
        var page = found.Take(limit).ToList();
        return Answer.Ok(json =>
        {
            json.WriteStartArray("jobs"u8);
            foreach (var job in page)
                JobJson.Write(json, job, call.ProjectId);
            json.WriteEndArray();
            json.WriteBoolean("list_complete"u8, found.Count <= limit);
            if (found.Count > limit)
                json.WriteString("cursor"u8, page[^1].Id);
        });
    }

    /// <summary>Cancels a job that is not finished.</summary>
    public async ValueTask<JsonAnswer> CancelAsync(AerostackCall call)
    {
        if (!TryReadId(call, out var id, out var refusal))
            return refusal!;

        return await store.WriteAsync(session => jobs.CancelAsync(session, ProjectQueue.Of(call.Caller.Project), id), call.Aborted) switch
        {
            JobCancellation.NotFound => Said(false, "There is no such job."),
            JobCancellation.Finished => Said(false, "The job is finished and cannot be cancelled."),
            JobCancellation.AlreadyCancelled => Said(true, "The job was cancelled before."),
            JobCancellation.CancelledWhileProcessing => Said(true, "A worker has the job and goes on; nobody gets it after that."),
            _ => Answer.Success(),
        };
    }

    /// <summary>Makes a dead letter a job again.</summary>
    public async ValueTask<JsonAnswer> RetryAsync(AerostackCall call)
    {
        if (!TryReadId(call, out var id, out var refusal))
            return refusal!;

        return await store.WriteAsync(session => jobs.RetryAsync(session, ProjectQueue.Of(call.Caller.Project), id), call.Aborted)
            ? Answer.Success()
            : Said(false, "There is no failed job with this id.");
    }

    private static bool TryReadId(AerostackCall call, out string id, out AerostackError? refusal)
    {
        var fields = call.Fields;
        id = fields.Text("jobId");
        refusal = fields.Errors.IsEmpty ? null : AerostackErrors.Invalid(fields.Errors);
        return refusal is null;
    }

    private static Answer Said(bool success, string note) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, success);
        json.WriteString("note"u8, note);
    });
}
