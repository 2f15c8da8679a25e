using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Console.Projects;

namespace Trellis.Server.Console.Queue;

/// <summary>The jobs of a project of Aerostack.</summary>
internal static class QueueEndpoints
{
    private const string Root = "/v1/queue";
    private const int PageSize = 50;

    /// <summary>The jobs, the newest first.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        return await ShowAsync(call, project, QueueDraft.Empty, refusal: null);
    }

    /// <summary>One job.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        var found = await call.Platforms.PostAsync<QueueLookup>(
            Platform.Aerostack, $"{Root}/job", new JsonObject { ["jobId"] = call.Route("id") }, project.Headers);
        return found.Job is { } job
            ? ProjectPages.Page<QueueJobPage, QueueJobModel>(job.Type, project, new QueueJobModel(job))
            : Problem.Page(StatusCodes.Status404NotFound, "There is no such job", "It may belong to another project, or be gone: finished jobs are kept for a while only.");
    }

    /// <summary>Enqueues a job.</summary>
    public static async ValueTask<ConsoleResult> EnqueueAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadFormAsync(call);
        var draft = QueueDraft.Read(call);
        try
        {
            await call.Platforms.SendAsync(Platform.Aerostack, "POST", $"{Root}/enqueue", draft.ToBody(), project.Headers);
            return ConsoleResult.Go($"/queue?{project.Query}", "The job is in the queue.");
        }
        catch (JsonException error)
        {
            return await ShowAsync(call, project, draft, $"The data are no JSON: {error.Message}");
        }
        catch (PlatformException refused)
        {
            return await ShowAsync(call, project, draft, refused.Message);
        }
    }

    /// <summary>Cancels a job.</summary>
    public static ValueTask<ConsoleResult> CancelAsync(ConsoleCall call) => OrderAsync(call, "cancel", "The job is cancelled.");

    /// <summary>Tries a dead letter again.</summary>
    public static ValueTask<ConsoleResult> RetryAsync(ConsoleCall call) => OrderAsync(call, "retry", "The job is in the queue again.");

    private static async ValueTask<ConsoleResult> OrderAsync(ConsoleCall call, string verb, string notice)
    {
        var project = await ProjectChoice.ReadFormAsync(call);
        var said = await call.Platforms.PostAsync<QueueSaid>(
            Platform.Aerostack, $"{Root}/{verb}", new JsonObject { ["jobId"] = call.Route("id") }, project.Headers);
        var page = $"/queue/jobs/{Uri.EscapeDataString(call.Route("id"))}?{project.Query}";
        return said.Success ? ConsoleResult.Go(page, said.Note ?? notice) : ConsoleResult.GoWithProblem(page, said.Note ?? "That cannot be done.");
    }

    private static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call, ProjectChoice project, QueueDraft draft, string? refusal)
    {
        var status = QueueJob.States.Contains(call.Query("status")) ? call.Query("status") : "";
        var (type, cursor) = (call.Query("type"), call.Query("cursor"));
        var asked = new JsonObject { ["limit"] = PageSize };
        foreach (var (name, value) in new[] { ("status", status), ("type", type), ("cursor", cursor) })
        {
            if (value.Length > 0)
                asked[name] = value;
        }

        var part = await call.Platforms.PostAsync<QueuePart>(Platform.Aerostack, $"{Root}/jobs", asked, project.Headers);
        return ProjectPages.Page<QueuePage, QueueModel>(
            "Queue",
            project,
            new QueueModel(status, type, part, cursor.Length == 0, draft, refusal),
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
