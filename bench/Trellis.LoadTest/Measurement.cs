using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.LoadTest;

/// <summary>Runs <c>wrk</c> against each scenario in turn, several rounds, so that a slow minute of the machine touches all of them.</summary>
internal static partial class Measurement
{
    public static async Task<IReadOnlyList<(Scenario Scenario, double RequestsPerSecond)>> RunAsync(
        IReadOnlyList<Scenario> scenarios, int connections, int seconds, int rounds)
    {
        var rates = scenarios.ToDictionary(scenario => scenario, _ => new List<double>());
        foreach (var scenario in scenarios)
        {
            await RunOnceAsync(scenario, connections, seconds: 4);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var scenario in scenarios)
            {
                var rate = await RunOnceAsync(scenario, connections, seconds);
                rates[scenario].Add(rate);
                await Console.Error.WriteLineAsync($"{connections} connections, {scenario.Name}: {rate:0} requests/s");
            }
        }

        return [.. scenarios.Select(scenario => (scenario, Median.Of(rates[scenario])))];
    }

    private static async Task<double> RunOnceAsync(Scenario scenario, int connections, int seconds)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(scenario));
            using var wrk = Process.Start(new ProcessStartInfo(
                "wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "-s", script, scenario.Url.AbsoluteUri]) { RedirectStandardOutput = true })!;
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return Refused().IsMatch(output) || !Rate().IsMatch(output)
                ? throw new InvalidOperationException($"{scenario.Name} did not only succeed:\n{output}")
                : double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(Scenario scenario) => $"""
        wrk.method = "POST"
        wrk.body = [==[{scenario.Body}]==]
        wrk.headers["Content-Type"] = "application/json"
        {string.Join('\n', scenario.Headers.Select(header => $"""wrk.headers["{header.Key}"] = "{header.Value}" """))}
        """;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx|Socket errors")]
    private static partial Regex Refused();
}
