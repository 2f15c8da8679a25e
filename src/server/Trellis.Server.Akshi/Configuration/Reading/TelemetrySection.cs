using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>[telemetry]</c>.</summary>
internal static class TelemetrySection
{
    /// <summary>Reads the section.</summary>
    public static (TelemetryConfiguration Telemetry, bool ServesMetrics) Read(Section? section)
    {
        var telemetry = new TelemetryConfiguration();
        if (section is null)
            return (telemetry, true);

        if (section.Word("log_level", LogWords.All) is { } level)
            telemetry = telemetry with { LogLevel = LogWords.Parse(level)!.Value };
        section.Word("log_format", "pretty", "json", "compact");
        section.Word("otel_protocol", "grpc", "http");
        section.Text("log_file");
        section.Text("otel_endpoint");
        foreach (var key in (ReadOnlySpan<string>)["log_format", "log_file", "otel_endpoint", "otel_protocol"])
            section.Ignore(key, "is not carried out: the server's own log is set by its options");

        var servesMetrics = section.Flag("metrics_enabled", true);
        section.WarnOfUnknown();
        return (telemetry, servesMetrics);
    }
}
