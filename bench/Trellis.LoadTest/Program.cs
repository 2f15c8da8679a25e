using Trellis.LoadTest;
using Trellis.LoadTest.FanOuts;

// Usage: dotnet run -c Release --project bench/Trellis.LoadTest -- askii|ascend|akshi|aerostack [SECONDS_PER_RUN [ROUNDS]]
//        dotnet run -c Release --project bench/Trellis.LoadTest -- flows|fan-out|log-scan|start
// The first form needs wrk on the path. Prints a Markdown table; bench/results keeps the last one that was committed.
var mode = args.Length > 0 ? args[0] : "askii";
switch (mode)
{
    case "flows":
        await using (var flows = await ProjectFlows.StartAsync())
            await flows.RunAsync(Console.Out);
        break;
    case "fan-out":
        await FanOutMeasurement.WriteHeadAsync(Console.Out);
        await using (var realtime = await RealtimeFanOut.StartAsync())
            await FanOutMeasurement.RunAsync(realtime, Console.Out);
        await using (var events = await EventStreamFanOut.StartAsync())
            await FanOutMeasurement.RunAsync(events, Console.Out);
        break;
    case "log-scan":
        await LogScan.RunAsync(Console.Out);
        break;
    case "start":
        await StartUp.RunAsync(Console.Out);
        break;
    case StartUp.OnceMode:
        await StartUp.MeasureAsync(args[1], Console.Out);
        break;
    default:
        await LoadAsync(mode, args.Length > 1 ? int.Parse(args[1]) : 8, args.Length > 2 ? int.Parse(args[2]) : 3);
        break;
}

static async Task LoadAsync(string platform, int seconds, int rounds)
{
    await using ISubject subject = platform switch
    {
        "askii" => await AskiiSubject.StartAsync(),
        "ascend" => await AscendSubject.StartAsync(),
        "akshi" => await AkshiSubject.StartAsync(),
        "aerostack" => await AerostackSubject.StartAsync(),
        _ => throw new ArgumentException($"There is nothing called '{platform}'; say askii, ascend, akshi, aerostack, flows, fan-out, log-scan or start."),
    };
    foreach (var connections in subject.Connections)
    {
        var measured = await Measurement.RunAsync(subject.Scenarios, connections, seconds, rounds);
        Report.Write(Console.Out, measured, connections, seconds, rounds);
    }
}
