using Trellis.Aerostack;
using Trellis.Samples.SupportDesk;

// A support desk: tickets from a file become rows and jobs, workers answer them with a model, and a report says what came of it.
// Usage: dotnet run --project samples/SupportDesk [-- FILE.csv] [--report FILE] [--workers COUNT] [--email ADDRESS]
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
catch (AerostackException e)
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
