using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class QueueTests(ProjectServer server)
{
    [Fact]
    public async Task A_worker_does_what_was_enqueued_and_the_client_sees_it()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        var id = (await client.Queue.EnqueueAsync("mail", new JsonObject { ["to"] = "ada" })).JobId!;
        (await client.Queue.GetJobAsync(id)).Job!.Status.ShouldBe(JobStatus.Queued);

        var job = (await client.TakeAsync())!;
        Workers.Text(job, "id").ShouldBe(id);
        job["data"]!["to"]!.GetValue<string>().ShouldBe("ada");
        (await client.Queue.GetJobAsync(id)).Job!.Status.ShouldBe(JobStatus.Processing);
        await client.SettleAsync("complete", job);

        (await client.Queue.GetJobAsync(id)).Job!.Status.ShouldBe(JobStatus.Completed);
        (await client.TakeAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_job_whose_time_has_not_come_can_be_cancelled_and_is_listed_as_such()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        var id = (await client.Queue.EnqueueAsync("later", [], TimeSpan.FromHours(1))).JobId!;
        (await client.TakeAsync()).ShouldBeNull();
        (await client.Queue.CancelAsync(id)).Success.ShouldBe(true);
        (await client.Queue.ListAllJobsAsync(new(JobStatus.Cancelled)).Select(static job => job.Id).ToListAsync()).ShouldBe([id]);
    }

    [Fact]
    public async Task The_job_of_a_worker_that_dies_runs_again_after_its_lease_also_when_the_server_dies_too()
    {
        using var data = new DataFolder();
        string id, lease;
        await using (var first = await ServerProcess.StartAsync(data))
        {
            // The worker is a process that takes a job and ends without a word about it.
            var project = Project(first.Url, data);
            await using var client = project.Client();
            id = (await client.Queue.EnqueueAsync("mail", [])).JobId!;
            var taken = JsonNode.Parse((await project.CommandLineAsync("queue", "take", "--lease", "2")).Succeeded())!["jobs"]![0]!.AsObject();
            Workers.Text(taken, "id").ShouldBe(id);
            lease = Workers.Text(taken, "lease");
            first.Kill();
        }

        await using var second = await ServerProcess.StartAsync(data);
        var again = Project(second.Url, data);
        await using var worker = again.Client();
        var job = await worker.NextAsync();
        (Workers.Text(job, "id"), job["attempt"]!.GetValue<int>()).ShouldBe((id, 2));

        // Had the dead worker only slept, its late word would not count.
        var late = await again.CommandLineAsync("queue", "complete", id, lease);
        late.ExitCode.ShouldBe(6);
        late.Errors.ShouldContain("lease_lost");
        await worker.SettleAsync("complete", job);
        (await worker.Queue.GetJobAsync(id)).Job!.Status.ShouldBe(JobStatus.Completed);
    }

    private static TestProject Project(Uri url, DataFolder data) => new(new Uri(url, "/v1"), "default", ProjectServer.FirstKey(data));
}
