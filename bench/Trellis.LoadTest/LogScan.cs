using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Trellis.LoadTest;

/// <summary>
/// How fast an agent of the runtime reads a log of a gigabyte for the first time, against <c>grep -c -E</c> with the same patterns on the same
/// file. The agent's time runs from before the server starts until its last finding is in the store.
/// </summary>
internal static class LogScan
{
    private const long Length = 1L << 30;
    private const int Rounds = 3;
    private const string Last = "bench-sentinel";

    private static readonly string[] Patterns = ["ERROR .*timeout", "panic: ", Last];

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("trellis-scan-").FullName;
        try
        {
            var log = Path.Combine(folder, "app.log");
            await WriteLogAsync(log);
            var (agent, grep) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                grep.Add(await GrepAsync(log));
                agent.Add(await AgentAsync(folder));
            }

            Report(output, Median.Of(agent), Median.Of(grep));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(TextWriter output, double agent, double grep)
    {
        const double megabytes = Length / 1e6;
        output.WriteLine(
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {Length} bytes of log in the page cache, {Patterns.Length} patterns, " +
            $"median of {Rounds} interleaved runs.");
        output.WriteLine();
        output.WriteLine("| who reads | seconds | MB/s | ratio to grep |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        output.WriteLine($"| grep -c -E | {grep:0.00} | {megabytes / grep:0} | 1.00 |");
        output.WriteLine($"| an agent, the server's start and durable findings included | {agent:0.00} | {megabytes / agent:0} | {grep / agent:0.00} |");
    }

    private static async Task WriteLogAsync(string path)
    {
        await using var writer = new StreamWriter(path);
        var written = 0L;
        for (var line = 0L; written < Length; line++)
        {
            var text = string.Create(CultureInfo.InvariantCulture,
                $"2026-03-17T10:{line / 60 % 60:00}:{line % 60:00}Z {(line % 97 == 0 ? "WARN" : "INFO")} worker-{line % 8} GET /api/items/{line % 10007} 200 {line % 211} ms");
            if (line % 500_000 == 250_000)
                text = $"2026-03-17T10:00:00Z ERROR worker-3 upstream timeout after {line % 90} s";
            await writer.WriteLineAsync(text);
            written += text.Length + 1;
        }

        await writer.WriteLineAsync(Last);
    }

    private static async Task<double> GrepAsync(string log)
    {
        var started = Stopwatch.GetTimestamp();
        using var grep = Process.Start(new ProcessStartInfo("grep", ["-c", "-E", string.Join('|', Patterns), log]) { RedirectStandardOutput = true })!;
        await grep.StandardOutput.ReadToEndAsync();
        await grep.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // Each round is a runtime that has seen nothing yet: its data are its own.
    private static async Task<double> AgentAsync(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await RuntimeServer.StartAsync(Agent(), folder);
        await WaitForLastAsync(server);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task WaitForLastAsync(RuntimeServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            using var page = JsonDocument.Parse(await http.GetStringAsync("/api/v1/findings?limit=1000", limit.Token));
            if (page.RootElement.GetRawText().Contains(Last, StringComparison.Ordinal))
                return;

            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    private static string Agent() =>
        $"""
        [[agents]]
        name = "scan"
        kind = "declarative"
        file_pattern = "*.log"
        append_only = true
        capabilities = ["filesystem"]
        rules = [{string.Join(", ", Patterns.Select(static pattern => $$"""{ pattern = "{{pattern}}", severity = "warning" }"""))}]
        """;
}
