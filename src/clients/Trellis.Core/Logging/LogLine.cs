using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>The two forms of a log line (Askii contract, sections 9.1 and 9.2).</summary>
internal static class LogLine
{
    public static string Json(LogRecord record)
    {
        var json = new JsonTextBuilder(JsonTextStyle.Readable).AppendRaw('{')
            .AppendName("timestamp", isFirst: true).Append(Timestamp(record.Time))
            .AppendName("level", isFirst: false).Append(LevelName(record.Level))
            .AppendName("logger", isFirst: false).Append(record.Logger)
            .AppendName("message", isFirst: false).Append(record.Message);
        if (record.CorrelationId is { } id) json.AppendName("correlation_id", isFirst: false).Append(id);
        foreach (var (name, value) in record.Fields) json.AppendName(name, isFirst: false).Append(value);
        if (record.Exception is { } exception) json.AppendName("exception", isFirst: false).Append(exception);
        return json.AppendRaw('}').ToString();
    }

    public static string Plain(LogRecord record)
    {
        var line = new StringBuilder();
        line.Append(Timestamp(record.Time)).Append(' ').Append(LevelName(record.Level)).Append(' ').Append(record.Logger).Append(' ');
        if (record.CorrelationId is { } id) line.Append('[').Append(id).Append("] ");
        line.Append(record.Message);
        if (record.Exception is { } exception) line.Append('\n').Append(exception);
        return line.ToString();
    }

    // Microseconds, and no fraction when there are none.
    private static string Timestamp(DateTimeOffset time)
    {
        var hasFraction = time.UtcTicks / TimeSpan.TicksPerMicrosecond % 1_000_000 != 0;
        var format = hasFraction ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'" : "yyyy-MM-dd'T'HH:mm:ss'+00:00'";
        return time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    // Python's names, which have nothing below DEBUG.
    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARNING",
        LogLevel.Error => "ERROR",
        _ => "CRITICAL",
    };
}
