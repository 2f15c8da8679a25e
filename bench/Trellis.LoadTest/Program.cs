using Trellis.LoadTest;
using Trellis.LoadTest.FanOuts;

// Usage: dotnet run -c Release --project bench/Trellis.LoadTest -- askii|ascend|akshi|aerostack [SECONDS_PER_RUN [ROUNDS]]
//        dotnet run -c Release --project bench/Trellis.LoadTest -- flows|fan-out|log-scan
// The first form needs wrk on the path. Prints a Markdown table; bench/results keeps the last one that was committed.
var platform = args.Length > 0 ? args[0] : "askii";
var seconds = args.Length > 1 ? int.Parse(args[1]) : 8;
var rounds = args.Length > 2 ? int.Parse(args[2]) : 3;
if (platform == "log-scan")
{
    await LogScan.RunAsync(Console.Out);
    return;
}

if (platform == "flows")
{
    await using var flows = await ProjectFlows.StartAsync();
    await flows.RunAsync(Console.Out);
    return;
}

if (platform == "fan-out")
{
    await FanOutMeasurement.WriteHeadAsync(Console.Out);
    await using (var realtime = await RealtimeFanOut.StartAsync())
        await FanOutMeasurement.RunAsync(realtime, Console.Out);
    await using (var events = await EventStreamFanOut.StartAsync())
        await FanOutMeasurement.RunAsync(events, Console.Out);
    return;
}

await using ISubject subject = platform switch
{
    "askii" => await AskiiSubject.StartAsync(),
    "ascend" => await AscendSubject.StartAsync(),
    "akshi" => await AkshiSubject.StartAsync(),
    "aerostack" => await AerostackSubject.StartAsync(),
    _ => throw new ArgumentException($"There is no platform '{platform}'; say askii, ascend, akshi, aerostack, flows, fan-out or log-scan."),
};
foreach (var connections in subject.Connections)
{
    var measured = await Measurement.RunAsync(subject.Scenarios, connections, seconds, rounds);
    Report.Write(Console.Out, measured, connections, seconds, rounds);
}
