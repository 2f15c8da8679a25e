namespace Trellis.Samples.SupportDesk;

/// <summary>The steps of the sample, in order.</summary>
internal static class Tour
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(SampleOptions options, CancellationToken cancellationToken)
    {
        var read = TicketFile.Read(options.File);

        Step("Find the platform");
        await using var desk = await Desk.OpenAsync(cancellationToken);
        Say($"It is at {desk.Address}.");
        if (desk.DataDirectory is { } data)
        {
            Say($"It is in this process. Another shell gets to it with: eval \"$(trellis-server env --data '{data}')\"");
        }

        Step("Sign up the user in whose name tickets are answered");
        var userId = await Operator.EnterAsync(desk.Client.Authentication, options.Email, cancellationToken);
        Say($"{options.Email} is user {userId}.");

        Step($"Load {read.Count} tickets into the database");
        var tickets = new TicketTable(desk.Client.Database);
        await tickets.CreateAsync(cancellationToken);
        await tickets.AddAsync(read, cancellationToken);

        Step("Queue a job for each ticket that has none");
        var queue = new TicketQueue(desk.Client);
        var waiting = await tickets.WithoutJobAsync(cancellationToken);
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(waiting, parallelism, async (id, token) =>
            await tickets.AssignAsync(id, await queue.EnqueueAsync(id, token), token));
        Say($"{waiting.Count} jobs were queued.");

        Step($"Do the jobs, {options.Workers} at a time");
        var replies = new Replies(desk.Client);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => new Worker(queue, tickets, replies, userId).RunAsync(cancellationToken)));
        if (cancellationToken.IsCancellationRequested) Say("Stopped. The same command takes up what is left.");

        Step($"Write the report to the project's files, and download it to {options.Report}");
        var outcomes = await tickets.OutcomesAsync(CancellationToken.None);
        var isSame = await new Report(desk.Client.Storage).DeliverAsync(outcomes, options.Report, CancellationToken.None);
        Say(isSame ? "It arrived as it was sent." : "It is not what was sent.");

        Step("See what came of it");
        OutcomeTable.Print(Console.Out, outcomes);
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
            : isSame && outcomes.All(static outcome => outcome.Ending != Ending.Open) ? ExitCode.Done
            : ExitCode.Failed;
    }

    private static void Step(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title}");
    }

    private static void Say(string text) => Console.WriteLine($"   {text}");
}
