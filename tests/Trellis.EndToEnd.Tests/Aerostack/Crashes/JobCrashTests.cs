using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Crashes;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack.Crashes;

/// <summary>Kills the server (-9) while jobs are enqueued, taken and completed: each is done in the end, and none that is done is given to anybody again.</summary>
public sealed class JobCrashTests
{
    // A job has five attempts, and each crash may take one.
    private const int Crashes = 4;
    private const int Workers = 3;
    private const int EarliestMoment = 20;
    private const int LatestMoment = 120;
    private const int LeaseSeconds = 2;
    private const int LeaseLost = 409;

    private readonly ConcurrentDictionary<string, int> _enqueued = [];
    private readonly ConcurrentDictionary<string, int> _completed = [];
    private readonly ConcurrentBag<string> _takenAfterTheyWereDone = [];
    private int _made;

    [Fact]
    public async Task No_job_is_lost_and_none_is_given_out_again_once_it_is_done()
    {
        using var data = new DataFolder();
        for (var life = 0; life < Crashes; life++)
        {
            await using var server = await ServerProcess.StartAsync(data);
            await using var client = Project(server.Url, data).Client();
            await CompareAsync(client);
            await WorkUntilKilledAsync(client, server);
        }

        await using var last = await ServerProcess.StartAsync(data);
        await using var survivor = Project(last.Url, data).Client();
        await CompareAsync(survivor);
        await DrainAsync(survivor);
        await CompareAsync(survivor);
        _enqueued.ShouldNotBeEmpty();
        _completed.ShouldNotBeEmpty();
        _takenAfterTheyWereDone.ShouldBeEmpty("Jobs that were done were given out again.");
    }

    private async Task WorkUntilKilledAsync(AerostackClient client, ServerProcess server)
    {
        var kill = new KillSwitch(server, Random.Shared.Next(EarliestMoment, LatestMoment));
        Func<Task>[] kinds = [() => EnqueueAsync(client), .. Enumerable.Repeat<Func<Task>>(() => WorkAsync(client, kill), Workers)];
        await Task.WhenAll(kinds.Select(kind => Task.Run(async () =>
        {
            while (!kill.HasFired)
            {
                try
                {
                    await kind();
                    kill.Tick();
                }
                catch (AerostackException) when (kill.HasFired)
                {
                    return;
                }
            }
        })));
    }

    private async Task EnqueueAsync(AerostackClient client)
    {
        var number = Interlocked.Increment(ref _made);
        var id = (await client.Queue.EnqueueAsync("count", new JsonObject { ["number"] = number })).JobId!;
        _enqueued[id] = number;
    }

    private async Task WorkAsync(AerostackClient client, KillSwitch? kill)
    {
        if (await client.TakeAsync(LeaseSeconds) is not { } job)
            return;

        kill?.Tick();
        var id = Aerostack.Workers.Text(job, "id");
        if (_completed.ContainsKey(id))
            _takenAfterTheyWereDone.Add(id);
        try
        {
            await client.SettleAsync("complete", job);
            _completed[id] = job["data"]!["number"]!.GetValue<int>();
        }
        catch (AerostackException refusal) when (refusal.Status == LeaseLost)
        {
            // This worker was slower than its lease, and another one has the job.
        }
    }

    // The leases of workers that the crash left without an answer end by themselves.
    private async Task DrainAsync(AerostackClient client)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await WaitingAsync(client)).Count > 0)
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Patience.Long, "Jobs were never given out again.");
            await WorkAsync(client, kill: null);
        }
    }

    private static async Task<List<string>> WaitingAsync(AerostackClient client) =>
        await client.Queue.ListAllJobsAsync(new(JobStatus.Queued), pageSize: 200)
            .Concat(client.Queue.ListAllJobsAsync(new(JobStatus.Processing), pageSize: 200))
            .Select(static job => job.Id!).ToListAsync();

    private async Task CompareAsync(AerostackClient client)
    {
        var found = await client.Queue.ListAllJobsAsync(pageSize: 200).ToDictionaryAsync(static job => job.Id!);
        _enqueued.Keys.Except(found.Keys).ShouldBeEmpty("Acknowledged jobs were lost.");
        foreach (var (id, number) in _enqueued)
            found[id].Data.GetProperty("number").GetInt32().ShouldBe(number);
        foreach (var id in _completed.Keys)
            found[id].Status.ShouldBe(JobStatus.Completed, "A job that was acknowledged as done is not.");
        found.Values.ShouldAllBe(static job => job.Status != JobStatus.Failed && job.Status != JobStatus.Cancelled);
    }

    private static TestProject Project(Uri url, DataFolder data) => new(new Uri(url, "/v1"), "default", ProjectServer.FirstKey(data));
}
