using System.Runtime.InteropServices;

namespace Trellis.LoadTest;

/// <summary>Writes the result as a table of ratios.</summary>
internal static class Report
{
    public static void Write(TextWriter output, IReadOnlyList<(Scenario Scenario, double RequestsPerSecond)> measured, int connections, int seconds, int rounds)
    {
        var baseline = measured[0].RequestsPerSecond;
        output.WriteLine($"{Environment.ProcessorCount} cores shared by server and load, {RuntimeInformation.FrameworkDescription}, " +
            $"wrk with {connections} connection(s), {seconds} s a run, median of {rounds} interleaved runs. SQLite, synchronous=FULL.");
        output.WriteLine();
        output.WriteLine("| request | requests/s | ratio to the echo |");
        output.WriteLine("| --- | ---: | ---: |");
        foreach (var (scenario, rate) in measured)
        {
            output.WriteLine($"| {scenario.Name} | {rate:0} | {rate / baseline:0.00} |");
        }

        output.WriteLine();
    }
}
