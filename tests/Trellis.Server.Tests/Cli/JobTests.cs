using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.Cli;

/// <summary>What becomes of jobs when the process ends without warning.</summary>
public sealed class JobTests
{
    private const int JobsBeforeTheKill = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_loses_no_job_and_no_completion_that_was_acknowledged()
    {
        using var data = new TemporaryDirectory();
        var enqueued = new ConcurrentBag<string>();
        var completed = new ConcurrentBag<string>();
        await using (var killed = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0"))
        {
            using var http = Client(killed, data);
            var isBusy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var workers = Enumerable.Range(0, 4).Select(_ => WorkAsync(http, enqueued, completed, isBusy)).ToList();
            await isBusy.Task.WaitAsync(Cancellation);
            await killed.SignalAsync("KILL");
            await Task.WhenAll(workers);
            await killed.WaitAsync();
        }

        await using var next = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        using var again = Client(next, data);
        completed.ShouldNotBeEmpty();
        foreach (var id in enqueued)
        {
            var job = JsonNode.Parse(await PostAsync(again, "job", $$"""{"jobId":"{{id}}"}"""))!;
            job["exists"]!.GetValue<bool>().ShouldBeTrue(id);
            if (completed.Contains(id))
                job["job"]!["status"]!.GetValue<string>().ShouldBe("completed", id);
        }
    }

    // Until the server is gone: enqueue a job, take one, complete it, and remember what was acknowledged.
    private static async Task WorkAsync(HttpClient http, ConcurrentBag<string> enqueued, ConcurrentBag<string> completed, TaskCompletionSource isBusy)
    {
        try
        {
            while (true)
            {
                enqueued.Add(JsonNode.Parse(await PostAsync(http, "enqueue", """{"type":"x","data":{}}"""))!["jobId"]!.GetValue<string>());
                foreach (var job in JsonNode.Parse(await PostAsync(http, "take", "{}"))!["jobs"]!.AsArray())
                {
                    await PostAsync(http, "complete", $$"""{"jobId":"{{job!["id"]}}","lease":"{{job["lease"]}}"}""");
                    completed.Add(job["id"]!.GetValue<string>());
                }

                if (enqueued.Count >= JobsBeforeTheKill)
                    isBusy.TrySetResult();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The server was killed.
        }
    }

    private static HttpClient Client(ServerProcess server, TemporaryDirectory data)
    {
        var credentials = JsonNode.Parse(File.ReadAllText(data.File("credentials.json")))!;
        var http = new HttpClient { BaseAddress = server.Urls[0] };
        http.DefaultRequestHeaders.Add("X-Aerostack-Key", credentials["aerostack"]!["apiKey"]!.GetValue<string>());
        return http;
    }

    private static async Task<string> PostAsync(HttpClient http, string path, string body)
    {
        using var response = await http.PostAsync($"/v1/queue/{path}", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
