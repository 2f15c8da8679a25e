using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Trellis.LoadTest;

/// <summary>
/// How long a process that does nothing else takes from asking for a server until its first call is answered: the server of the test kit, with
/// all four platforms, a store and new credentials, against a bare Kestrel with one route. Each measurement is a process of its own, since
/// what a second start in the same process costs interests nobody.
/// </summary>
internal static class StartUp
{
    /// <summary>The argument with which a process of its own measures once.</summary>
    public const string OnceMode = "start-once";

    private const int Rounds = 9;

    public static async Task RunAsync(TextWriter output)
    {
        var (kit, echo) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            echo.Add(await ChildAsync("echo"));
            kit.Add(await ChildAsync("kit"));
        }

        output.WriteLine(
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, a release build on the shared runtime, {Rounds} processes each, interleaved.");
        output.WriteLine();
        output.WriteLine("| from the start of the server to its first answered call | median, ms | slowest, ms | ratio |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        output.WriteLine($"| bare Kestrel with one route | {Median.Of(echo):0} | {echo.Max():0} | 1.00 |");
        output.WriteLine($"| `TrellisServer.StartAsync()` of Trellis.Testing | {Median.Of(kit):0} | {kit.Max():0} | {Median.Of(kit) / Median.Of(echo):0.00} |");
    }

    /// <summary>Measures once, in this process, and prints the milliseconds.</summary>
    public static async Task MeasureAsync(string what, TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        if (what == "kit")
        {
            await using var trellis = await Testing.TrellisServer.StartAsync();
            await trellis.Aerostack.Cache.GetAsync("nothing");
            Tell(output, started);
            return;
        }

        await using var echo = await EchoServer.StartAsync();
        using var http = new HttpClient { BaseAddress = EchoServer.Address(echo) };
        using var body = new StringContent("""{"Token":"a","Text":"hello","Number":7}""", Encoding.UTF8, "application/json");
        (await http.PostAsync("/echo", body)).EnsureSuccessStatusCode();
        Tell(output, started);
    }

    private static void Tell(TextWriter output, long started) =>
        output.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));

    private static async Task<double> ChildAsync(string what)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), OnceMode, what]) { RedirectStandardOutput = true })!;
        var milliseconds = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return double.Parse(milliseconds, CultureInfo.InvariantCulture);
    }

    // Under `dotnet run` the process is the program's own host; under `dotnet FILE.dll` it is dotnet.
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Trellis.LoadTest.dll")] : [];
}
