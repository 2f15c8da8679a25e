using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>For workers that ask for jobs: take, extend, complete, fail.</summary>
internal sealed class WorkerEndpoints(IStore store, IJobs jobs)
{
    private const int MostJobs = 50;
    private const int LongestLeaseSeconds = 3600;
    private const int DefaultLeaseSeconds = 60;
    private const int LongestError = 4000;
    private const string Anonymous = "worker";

    /// <summary>Gives out jobs.</summary>
    public async ValueTask<JsonAnswer> TakeAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var types = fields.OptionalTexts("types", JobTake.MostTypes) ?? [];
        var count = fields.OptionalInteger("count", 1, MostJobs) ?? 1;
        var lease = fields.OptionalInteger("leaseSeconds", 1, LongestLeaseSeconds) ?? DefaultLeaseSeconds;
        var worker = fields.OptionalText("worker") ?? Anonymous;
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var take = new JobTake
        {
            Queue = ProjectQueue.Of(call.Caller.Project),
            Types = types,
            Count = (int)count,
            LeaseLength = TimeSpan.FromSeconds(lease),
            Worker = worker,
        };
        var taken = await store.WriteAsync(session => jobs.TakeAsync(session, take), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("jobs"u8);
            foreach (var job in taken)
                JobJson.Write(json, job);
            json.WriteEndArray();
        });
    }

    /// <summary>A job is done.</summary>
    public async ValueTask<JsonAnswer> CompleteAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var lease = ReadLease(call, fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        return AnswerOf(await store.WriteAsync(session => jobs.CompleteAsync(session, lease), call.Aborted));
    }

    /// <summary>An attempt failed.</summary>
    public async ValueTask<JsonAnswer> FailAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var lease = ReadLease(call, fields);
        var error = fields.OptionalText("error", LongestError) ?? "The worker gave no reason.";
        var delay = fields.OptionalInteger("delay", 0, QueueEndpoints.LongestDelaySeconds);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        TimeSpan? wait = delay is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return AnswerOf(await store.WriteAsync(session => jobs.FailAsync(session, lease, error, wait), call.Aborted));
    }

    /// <summary>The worker is still at it.</summary>
    public async ValueTask<JsonAnswer> ExtendAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var lease = ReadLease(call, fields);
        var length = fields.OptionalInteger("leaseSeconds", 1, LongestLeaseSeconds) ?? DefaultLeaseSeconds;
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var until = await store.WriteAsync(session => jobs.ExtendAsync(session, lease, TimeSpan.FromSeconds(length)), call.Aborted);
        return until is null
            ? LeaseLost()
            : Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteTime("leaseExpiresAt"u8, until);
            });
    }

    private static JobLease ReadLease(AerostackCall call, Fields fields) =>
        new(ProjectQueue.Of(call.Caller.Project), fields.Text("jobId"), fields.Text("lease"));

    private static JsonAnswer AnswerOf(JobSettlement settlement) => settlement switch
    {
        JobSettlement.Settled => Answer.Success(),
        JobSettlement.Cancelled => Answer.Ok(static json =>
        {
            json.WriteBoolean("success"u8, false);
            json.WriteString("note"u8, "The job was cancelled meanwhile and stays so.");
        }),
        _ => LeaseLost(),
    };

    private static AerostackError LeaseLost() => AerostackErrors.Conflict("The job is finished, or was given to another worker.", "lease_lost");
}
