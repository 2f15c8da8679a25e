using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trellis;

/// <summary>
/// The traces and metrics of one platform's clients. Nothing is computed while nobody listens. Names follow OpenTelemetry's conventions
/// for HTTP clients (https://opentelemetry.io/docs/specs/semconv/http/).
/// </summary>
internal sealed class ClientTelemetry
{
    private static readonly ConcurrentDictionary<string, ClientTelemetry> Platforms = new(StringComparer.Ordinal);

    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;

    private ClientTelemetry(ActivitySource source, Histogram<double> duration) => (_source, _duration) = (source, duration);

    /// <summary>The telemetry of a platform: a source and a meter named <c>Trellis.Askii</c> and so on, for the life of the process.</summary>
    public static ClientTelemetry For(string platform) => Platforms.GetOrAdd(platform, static platform =>
    {
        var name = $"Trellis.{char.ToUpperInvariant(platform[0])}{platform[1..]}";
        return new(new ActivitySource(name), new Meter(name).CreateHistogram<double>(
            "trellis.client.call.duration", "s", "How long a call took, all its attempts and waits included."));
    });

    public Observation Start(CallState call)
    {
        if (!_source.HasListeners() && !_duration.Enabled)
        {
            return default;
        }

        var activity = _source.StartActivity(call.Operation, ActivityKind.Client);
        activity?.SetTag("http.request.method", call.Method.Method);
        activity?.SetTag("server.address", call.Address.Host);
        activity?.SetTag("server.port", call.Address.Port);
        activity?.SetTag("trellis.correlation_id", call.CorrelationId);
        return new(this, call, activity, Stopwatch.GetTimestamp());
    }

    /// <summary>One call being watched; ends when disposed.</summary>
    public struct Observation(ClientTelemetry telemetry, CallState call, Activity? activity, long started) : IDisposable
    {
        private string? _error;

        public void Failed(Exception exception)
        {
            if (telemetry is null)
            {
                return;
            }

            _error = exception is TrellisException { Status: > 0 } answered ? answered.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : exception.GetType().Name;
            activity?.SetTag("error.type", _error);
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        public readonly void Dispose()
        {
            if (telemetry is null)
            {
                return;
            }

            activity?.SetTag("http.request.resend_count", call.Attempt - 1);
            activity?.Dispose();
            telemetry._duration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("trellis.operation", call.Operation),
                new KeyValuePair<string, object?>("error.type", _error));
        }
    }
}
