using Trellis.Ascend;
using Trellis.Samples.GovernedAgent;

// An agent that refunds customers, and does nothing that it was not allowed to.
// Usage: dotnet run --project samples/GovernedAgent [-- FILE.csv] [--ledger FILE] [--wait SECONDS] [--office-hours 08:00-20:00]
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

try
{
    return await Tour.RunAsync(SampleOptions.Parse(args), cancellation.Token);
}
catch (AscendException e)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Failed;
}
catch (Exception e) when (e is ArgumentException or FormatException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Usage;
}
catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
{
    return ExitCode.Interrupted;
}
