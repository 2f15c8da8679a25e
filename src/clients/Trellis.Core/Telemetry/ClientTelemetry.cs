using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Trellis;

/// <summary>
/// The traces and metrics of one platform's clients. Nothing is computed while nobody listens. Names follow OpenTelemetry's conventions
/// for HTTP clients (https://opentelemetry.io/docs/specs/semconv/http/).
/// </summary>
internal sealed class ClientTelemetry
{
    private static readonly ConcurrentDictionary<string, ClientTelemetry> Platforms = new(StringComparer.Ordinal);

    // Those of the conventions' http.client.request.duration, so that both can be drawn side by side.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;

    private ClientTelemetry(ActivitySource source, Histogram<double> duration) => (_source, _duration) = (source, duration);

    /// <summary>The telemetry of a platform: a source and a meter named <c>Trellis.Askii</c> and so on, for the life of the process.</summary>
    public static ClientTelemetry For(string platform) => Platforms.GetOrAdd(platform, static platform =>
    {
        var name = $"Trellis.{char.ToUpperInvariant(platform[0])}{platform[1..]}";
        return new(new ActivitySource(name), new Meter(name).CreateHistogram(
            "trellis.client.call.duration", "s", "How long a call took, all its attempts and waits included.", tags: null, Buckets));
    });

    public Observation Start(CallState call, TimeProvider time)
    {
        if (!_source.HasListeners() && !_duration.Enabled)
        {
            return default;
        }

        var activity = _source.StartActivity(call.Operation, ActivityKind.Client);
        activity?.SetTag("http.request.method", call.Method.Method);
        activity?.SetTag("server.address", call.Address.Host);
        activity?.SetTag("server.port", call.Address.Port);
        return new(this, call, activity, time);
    }

    /// <summary>One call being watched; ends when disposed.</summary>
    public struct Observation(ClientTelemetry telemetry, CallState call, Activity? activity, TimeProvider time) : IDisposable
    {
        private string? _error;

        public void Failed(Exception exception)
        {
            if (telemetry is null)
            {
                return;
            }

            _error = exception is TrellisException { Status: >= 400 and var status }
                ? status.ToString(CultureInfo.InvariantCulture)
                : exception.GetType().FullName;
            activity?.SetTag("error.type", _error);
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        public readonly void Dispose()
        {
            if (telemetry is null)
            {
                return;
            }

            if (activity is not null)
            {
                EndSpan(activity);
            }

            telemetry._duration.Record(time.GetElapsedTime(call.Started).TotalSeconds, Tags());
        }

        private readonly void EndSpan(Activity activity)
        {
            // Only now, since a platform may give each attempt its own.
            activity.SetTag("trellis.correlation_id", call.CorrelationId);
            if (call.Status > 0)
            {
                activity.SetTag("http.response.status_code", call.Status);
            }

            if (call.Attempt > 1)
            {
                activity.SetTag("http.request.resend_count", call.Attempt - 1);
            }

            activity.Dispose();
        }

        private readonly TagList Tags()
        {
            var tags = new TagList
            {
                { "trellis.operation", call.Operation },
                { "server.address", call.Address.Host },
                { "server.port", call.Address.Port },
            };
            if (_error is not null)
            {
                tags.Add("error.type", _error);
            }

            return tags;
        }
    }
}
