namespace Trellis.Server;

/// <summary>Which signals the variables of OpenTelemetry ask for. How they are exported (protocol, headers, sampling, pace) the SDK reads itself.</summary>
/// <param name="Traces">Whether to export traces.</param>
/// <param name="Metrics">Whether to export metrics.</param>
/// <seealso href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">The variables</seealso>
internal sealed record OtlpVariables(bool Traces, bool Metrics)
{
    private const string Exporter = "otlp";

    /// <summary>Reads the environment of the process.</summary>
    public static OtlpVariables Read() => Read(Environment.GetEnvironmentVariable);

    /// <summary>
    /// Reads variables. A signal is exported when its exporter is <c>otlp</c>, or when no exporter is named and an endpoint is: a server on a
    /// developer's machine must not look for a collector that nobody mentioned.
    /// </summary>
    public static OtlpVariables Read(Func<string, string?> variable) =>
        string.Equals(variable("OTEL_SDK_DISABLED")?.Trim(), "true", StringComparison.OrdinalIgnoreCase)
            ? new OtlpVariables(Traces: false, Metrics: false)
            : new OtlpVariables(Wants(variable, "TRACES"), Wants(variable, "METRICS"));

    private static bool Wants(Func<string, string?> variable, string signal) =>
        variable($"OTEL_{signal}_EXPORTER") is { Length: > 0 } exporters
            ? exporters.Split(',', StringSplitOptions.TrimEntries).Contains(Exporter, StringComparer.OrdinalIgnoreCase)
            : variable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } || variable($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") is { Length: > 0 };
}
