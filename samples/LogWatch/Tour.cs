using Trellis.Akshi;

namespace Trellis.Samples.LogWatch;

/// <summary>The steps of the sample, in order.</summary>
internal static class Tour
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="TimeoutException">The agents did not come to an end in time.</exception>
    public static async Task<int> RunAsync(SampleOptions options, CancellationToken cancellationToken)
    {
        Step("Copy the logs to where agents may read them");
        using var workspace = Workspace.Create(options.Folder);
        Say($"{workspace.Logs} logs of {options.Folder}. The last tenth of each comes later.");

        Step("Start the runtime");
        await using var runtime = await Runtime.StartAsync(workspace.Folder, cancellationToken);
        Say($"It is at {runtime.Address}, in this process. Another terminal gets to it with:");
        Say($"eval \"$(trellis-server env --data '{workspace.Folder}')\"; trellis akshi status --watch");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(options.Patience);
        var person = new Operator(runtime.Akshi, options.IsByHand);
        var feed = new FindingsFeed(runtime.Akshi);
        var watch = new RunWatch(runtime.Akshi, person);
        Task<int> work = WatchAsync(workspace, runtime.Akshi, feed, watch, stop.Token);
        Task[] all = [work, feed.RunAsync(stop.Token), watch.RunAsync(stop.Token)];
        try
        {
            // Whichever of the two that go on for ever ends, has failed.
            await await Task.WhenAny(all);
            return await work;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The agents did not come to an end within {options.Patience.TotalSeconds:0} s.");
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(all).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static async Task<int> WatchAsync(
        Workspace workspace, AkshiClient akshi, FindingsFeed feed, RunWatch watch, CancellationToken cancellationToken)
    {
        string[] agents = [.. (await akshi.StatusAsync(cancellationToken: cancellationToken)).Select(static agent => agent.Name!)];
        Step($"Watch what {string.Join(" and ", agents)} find");
        await watch.WaitForRunsAsync(agents, workspace.WrittenAt, cancellationToken);
        var before = await feed.CatchUpAsync(cancellationToken);

        Step("Let the logs grow");
        workspace.Grow();
        await watch.WaitForRunsAsync(agents, workspace.WrittenAt, cancellationToken);
        var findings = await feed.CatchUpAsync(cancellationToken);

        Step("See what was found");
        FindingTable.Print(Console.Out, findings);
        Say($"{findings.Count - before.Count} of them were in what was added, and no line was read twice.");
        foreach (var agent in await akshi.StatusAsync(cancellationToken: cancellationToken))
        {
            Say($"{agent.Name} is {agent.Status}, and was restarted {agent.RestartCount} times.");
        }

        foreach (var failure in watch.Failures) Say(failure);
        return watch.Failures.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Step(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title}");
    }

    private static void Say(string text) => Console.WriteLine($"   {text}");
}
