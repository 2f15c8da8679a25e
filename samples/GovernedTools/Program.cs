using Trellis.Ascend;
using Trellis.Samples.GovernedTools;

// An agent whose tools come from an MCP server, and run only when they may.
// Usage: dotnet run --project samples/GovernedTools
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

try
{
    return await Tour.RunAsync(Console.Out, cancellation.Token);
}
catch (AscendException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
{
    return 130;
}
