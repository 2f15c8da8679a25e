using Trellis.LoadTest;

// Usage: dotnet run -c Release --project bench/Trellis.LoadTest [-- SECONDS_PER_RUN [ROUNDS]]
// Needs wrk on the path. Prints a Markdown table; bench/results keeps the last one that was committed.
var seconds = args.Length > 0 ? int.Parse(args[0]) : 8;
var rounds = args.Length > 1 ? int.Parse(args[1]) : 3;
await using var subject = await Subject.StartAsync();
var measured = await Measurement.RunAsync(subject.Scenarios, seconds, rounds);
Report.Write(Console.Out, measured, seconds, rounds);
