using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server;

/// <summary>Sends traces and metrics to a collector by OTLP. Disposing it sends what is left.</summary>
internal sealed class OtlpExport : IDisposable
{
    private const string ServiceName = "trellis-server";
    private const string RuntimeMeter = "System.Runtime";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private OtlpExport(TracerProvider? traces, MeterProvider? metrics)
    {
        _traces = traces;
        _metrics = metrics;
    }

    /// <summary>Begins to export the signals that are asked for; with none it does nothing.</summary>
    public static OtlpExport Start(OtlpVariables variables) => new(
        variables.Traces
            ? Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource(ServerTelemetry.Name).AddOtlpExporter().Build()
            : null,
        variables.Metrics
            ? Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter(ServerTelemetry.Name, RuntimeMeter).AddOtlpExporter().Build()
            : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // The environment comes last, so that it has the last word about the name of the service.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService(ServiceName, serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();
}
