using Microsoft.Extensions.Logging;

namespace Trellis.Server;

/// <summary>Logs for people, on standard error: standard output is for the answer.</summary>
internal static class ConsoleLogging
{
    public static Action<ILoggingBuilder> At(LogLevel level) => logging => logging
        .SetMinimumLevel(level)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.UseUtcTimestamp = true;
        })
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
