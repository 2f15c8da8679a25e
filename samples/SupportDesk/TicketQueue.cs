using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Samples.SupportDesk;

/// <summary>
/// The jobs, one per ticket. How workers take them is not part of the hosted platform's public API, so these calls are the Trellis
/// server's own, and go through the client's door for such calls.
/// </summary>
internal sealed class TicketQueue(AerostackClient aerostack)
{
    private const string JobType = "support-ticket";
    private const string TicketId = "ticketId";
    private const int LeaseSeconds = 120;

    /// <returns>The job's id.</returns>
    public async Task<string> EnqueueAsync(string ticketId, CancellationToken cancellationToken) =>
        (await aerostack.Queue.EnqueueAsync(JobType, new JsonObject { [TicketId] = ticketId }, cancellationToken: cancellationToken)).JobId!;

    /// <summary>Takes a job; <see langword="null"/> when there is none. If the worker dies, another gets it when the lease ends.</summary>
    public async Task<TicketJob?> TakeAsync(CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["types"] = new JsonArray(JobType), ["count"] = 1, ["leaseSeconds"] = LeaseSeconds };
        var answer = await aerostack.RequestAsync(HttpMethod.Post, "/queue/take", body, cancellationToken: cancellationToken);
        return answer["jobs"] is JsonArray and [var job, ..]
            ? new(job!["id"]!.GetValue<string>(), job["lease"]!.GetValue<string>(), job["data"]![TicketId]!.GetValue<string>())
            : null;
    }

    public Task CompleteAsync(TicketJob job, CancellationToken cancellationToken) =>
        aerostack.RequestAsync(HttpMethod.Post, "/queue/complete", Of(job), cancellationToken: cancellationToken);

    /// <summary>Gives a job back, for another attempt.</summary>
    public Task FailAsync(TicketJob job, string error, CancellationToken cancellationToken)
    {
        var body = Of(job);
        body["error"] = error;
        body["delay"] = 0;
        return aerostack.RequestAsync(HttpMethod.Post, "/queue/fail", body, cancellationToken: cancellationToken);
    }

    private static JsonObject Of(TicketJob job) => new() { ["jobId"] = job.Id, ["lease"] = job.Lease };
}
