using Trellis.Akshi;
using Trellis.Samples.LogWatch;

// Two agents without code watch a folder of logs, and a person lets one of them.
// Usage: dotnet run --project samples/LogWatch [-- FOLDER] [--by-hand] [--patience SECONDS]
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
catch (Exception e) when (e is AkshiException or TimeoutException)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Failed;
}
catch (Exception e) when (e is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Usage;
}
catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
{
    return ExitCode.Interrupted;
}
