using Microsoft.Extensions.Logging;

namespace Trellis.Server.Akshi.Logs;

/// <summary>The lines of the runtime in the server's own log.</summary>
internal static partial class RuntimeLogMessages
{
    /// <summary>Passes a line on.</summary>
    public static void Forward(ILogger logger, LogSeverity severity, string? agent, string message)
    {
        var level = LevelOf(severity);
        if (logger.IsEnabled(level))
            Line(logger, level, agent ?? "runtime", message);
    }

    private static LogLevel LevelOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Trace => LogLevel.Trace,
        LogSeverity.Debug => LogLevel.Debug,
        LogSeverity.Info => LogLevel.Information,
        LogSeverity.Warn => LogLevel.Warning,
        _ => LogLevel.Error,
    };

    [LoggerMessage(EventId = 1, Message = "{Agent}: {Line}")]
    private static partial void Line(ILogger logger, LogLevel level, string agent, string line);
}
