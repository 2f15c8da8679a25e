using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Trellis.LoadTest.FanOuts;

/// <summary>Tells messages to a thousand listeners, one after the other, and measures when each is there. Listeners and server share the process.</summary>
internal static class FanOutMeasurement
{
    private const int Listeners = 1000;
    private const int Messages = 50;
    private const int WarmUp = 10;

    public static async Task RunAsync(IFanOut fanOut, TextWriter output)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var listeners = new List<IListener>();
        for (var count = 0; count < Listeners; count++)
            listeners.Add(await fanOut.ListenAsync());
        var perListener = (GC.GetTotalMemory(forceFullCollection: true) - before) / Listeners;

        var delays = new List<double>();
        for (var message = 0; message < WarmUp + Messages; message++)
        {
            var arrivals = listeners.ConvertAll(static listener => listener.NextAsync());
            var published = Stopwatch.GetTimestamp();
            await fanOut.PublishAsync();
            foreach (var arrival in await Task.WhenAll(arrivals))
            {
                if (message >= WarmUp)
                    delays.Add(Stopwatch.GetElapsedTime(published, arrival).TotalMilliseconds);
            }
        }

        foreach (var listener in listeners)
            await listener.DisposeAsync();
        delays.Sort();
        await output.WriteLineAsync(
            $"| {fanOut.Name} | {At(delays, 0.5):0.0} | {At(delays, 0.99):0.0} | {delays[^1]:0.0} | {perListener / 1024.0:0.0} |");
    }

    /// <summary>What the rows stand under.</summary>
    public static Task WriteHeadAsync(TextWriter output) => output.WriteLineAsync(
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {Listeners} listeners in the process of the server, " +
        $"{Messages} messages one after the other. Milliseconds from before the message was sent until a listener had it; KiB of managed memory for " +
        $"both ends of a connection.\n\n| one message to {Listeners} | p50, ms | p99, ms | last, ms | KiB a listener |\n| --- | ---: | ---: | ---: | ---: |");

    private static double At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)];
}
