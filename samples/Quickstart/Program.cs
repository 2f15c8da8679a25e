using Trellis.Samples.Quickstart;

// The whole life of a key: made, listed, used, paid for, revoked, and every step of it in a chain of records that can be verified.
// Usage: dotnet run --project samples/Quickstart [-- FILE_WITH_A_QUESTION]
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

var file = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "question.txt");
if (!File.Exists(file))
{
    Console.Error.WriteLine($"There is no file '{file}'. Give the path of a text file that holds a question.");
    return 2;
}

return await Tour.RunAsync(await File.ReadAllTextAsync(file, cancellation.Token), cancellation.Token) ? 0 : 1;
