using System.Text.Json.Nodes;
using Trellis.Akshi;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Akshi;

/// <summary>A stream of events whose connection breaks again and again.</summary>
public sealed class ResumeTests(RuntimeServer runtime)
{
    private const int Tasks = 60;

    [Fact]
    public async Task A_stream_that_is_cut_anywhere_is_resumed_without_loss()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Long);
        await using var proxy = new CuttingProxy(runtime.Url, bytes: 4_000);
        using var direct = runtime.Client();
        using var cut = runtime.Client(proxy.Url);
        var options = new EventStreamOptions { ReconnectDelay = TimeSpan.Zero, MaxReconnects = int.MaxValue };
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new List<TaskEvent>();
        var reading = ReadAsync();

        // Tasks of before the connection would not be told: the first ones go until one of them is.
        var probes = 0;
        while (!mine.Task.IsCompleted)
        {
            await direct.Tasks.CreateAsync("resume probe", RuntimeServer.Worker, ++probes, patience.Token);
            await Task.WhenAny(mine.Task, direct.HealthAsync(patience.Token));
        }

        for (var i = 0; i < Tasks; i++)
        {
            await direct.Tasks.CreateAsync("resume test", RuntimeServer.Worker, new JsonObject { ["number"] = i }, patience.Token);
        }

        await reading;
        seen.Where(static item => item.Task!.From == "resume test").Select(static item => item.Task!.Input!.Value.GetProperty("number").GetInt32())
            .ShouldBe(Enumerable.Range(0, Tasks));
        seen.Select(static item => item.Id).ShouldBeUnique();
        proxy.Cuts.ShouldBeGreaterThan(2);

        async Task ReadAsync()
        {
            await foreach (var item in cut.Events.StreamTasksAsync(options, patience.Token))
            {
                seen.Add(item);
                mine.TrySetResult();
                if (item.Task?.From == "resume test" && item.Task.Input!.Value.GetProperty("number").GetInt32() == Tasks - 1) return;
            }
        }
    }
}
