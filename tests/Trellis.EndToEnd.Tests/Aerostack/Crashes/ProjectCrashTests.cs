using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Crashes;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack.Crashes;

/// <summary>Kills the server (-9) while clients write rows, files and jobs, and looks afterwards for everything that was acknowledged.</summary>
public sealed class ProjectCrashTests
{
    private const int Lives = 6;
    private const int Writers = 2;
    private const int EarliestMoment = 10;
    private const int LatestMoment = 150;

    private readonly ConcurrentBag<int> _rows = [];
    private readonly ConcurrentBag<string> _files = [];
    private readonly ConcurrentBag<string> _jobs = [];
    private int _made;

    [Fact]
    public async Task No_acknowledged_row_file_or_job_is_lost()
    {
        using var data = new DataFolder();
        for (var life = 0; life <= Lives; life++)
        {
            await using var server = await ServerProcess.StartAsync(data);
            await using var client = Client(server.Url, data);
            await client.Database.QueryAsync("create table if not exists numbers (n integer primary key, text text not null)");
            await CompareAsync(client);
            (await server.CommandAsync("audit", "verify")).Succeeded();
            if (life < Lives)
                await WriteUntilKilledAsync(client, server);
        }

        _rows.ShouldNotBeEmpty();
        _files.ShouldNotBeEmpty();
        _jobs.ShouldNotBeEmpty();
    }

    private Task WriteUntilKilledAsync(AerostackClient client, ServerProcess server)
    {
        var kill = new KillSwitch(server, Random.Shared.Next(EarliestMoment, LatestMoment));
        Func<AerostackClient, int, Task>[] kinds = [WriteRowAsync, WriteFileAsync, WriteJobAsync];
        return Task.WhenAll(kinds.SelectMany(kind => Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (!kill.HasFired)
            {
                try
                {
                    await kind(client, Interlocked.Increment(ref _made));
                    kill.Tick();
                }
                catch (AerostackException) when (kill.HasFired)
                {
                    return;
                }
            }
        }))));
    }

    private async Task WriteRowAsync(AerostackClient client, int number)
    {
        await client.Database.QueryAsync("insert into numbers values (?, ?)", [number, Content(number)]);
        _rows.Add(number);
    }

    private async Task WriteFileAsync(AerostackClient client, int number)
    {
        var key = $"files/{number}";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Content(number)));
        await client.Storage.UploadAsync(key, new UploadFile("file.txt", content));
        _files.Add(key);
    }

    private async Task WriteJobAsync(AerostackClient client, int number) =>
        _jobs.Add((await client.Queue.EnqueueAsync("count", new JsonObject { ["number"] = number })).JobId!);

    private async Task CompareAsync(AerostackClient client)
    {
        var rows = await client.Database.QueryAsync("select n, text from numbers");
        rows.Results!.ShouldAllBe(static row => row.GetProperty("text").GetString() == Content(row.GetProperty("n").GetInt32()), "A row is half written.");
        _rows.Except(rows.Results!.Select(static row => row.GetProperty("n").GetInt32())).ShouldBeEmpty("Acknowledged rows were lost.");
        var lost = _files.ToHashSet();
        await foreach (var file in client.Storage.ListAllAsync())
        {
            using var content = new MemoryStream();
            await client.Storage.DownloadAsync(file.Key!, content);
            Encoding.UTF8.GetString(content.ToArray()).ShouldBe(Content(int.Parse(file.Key!["files/".Length..], CultureInfo.InvariantCulture)), file.Key);
            lost.Remove(file.Key!);
        }

        lost.ShouldBeEmpty("Acknowledged files were lost.");
        var jobs = await client.Queue.ListAllJobsAsync(pageSize: 200).Select(static job => job.Id!).ToListAsync();
        _jobs.Except(jobs).ShouldBeEmpty("Acknowledged jobs were lost.");
    }

    private static string Content(int number) => string.Join(' ', Enumerable.Repeat(number, 2_000));

    private static AerostackClient Client(Uri url, DataFolder data) => new(new AerostackClientOptions
    {
        BaseUrl = new Uri(url, "/v1"),
        ApiKey = ProjectServer.FirstKey(data),
        AttemptTimeout = Patience.Long,
    });
}
