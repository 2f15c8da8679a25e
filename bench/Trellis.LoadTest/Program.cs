using Trellis.LoadTest;

// Usage: dotnet run -c Release --project bench/Trellis.LoadTest -- askii|ascend|akshi [SECONDS_PER_RUN [ROUNDS]]
// Needs wrk on the path. Prints a Markdown table; bench/results keeps the last one that was committed.
var platform = args.Length > 0 ? args[0] : "askii";
var seconds = args.Length > 1 ? int.Parse(args[1]) : 8;
var rounds = args.Length > 2 ? int.Parse(args[2]) : 3;
await using ISubject subject = platform switch
{
    "askii" => await AskiiSubject.StartAsync(),
    "ascend" => await AscendSubject.StartAsync(),
    "akshi" => await AkshiSubject.StartAsync(),
    _ => throw new ArgumentException($"There is no platform '{platform}'; say askii, ascend or akshi."),
};
foreach (var connections in subject.Connections)
{
    var measured = await Measurement.RunAsync(subject.Scenarios, connections, seconds, rounds);
    Report.Write(Console.Out, measured, connections, seconds, rounds);
}
