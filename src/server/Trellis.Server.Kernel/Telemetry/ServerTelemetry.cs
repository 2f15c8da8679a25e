using System.Diagnostics;
using System.Diagnostics.Metrics;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>
/// The traces and metrics of one server: an <see cref="ActivitySource"/> and a <see cref="Meter"/>, both named <see cref="Name"/>. Nothing is
/// computed while nobody listens. Names follow OpenTelemetry's conventions for HTTP servers and database clients
/// (https://opentelemetry.io/docs/specs/semconv/). Safe for concurrent use.
/// </summary>
public sealed class ServerTelemetry : IDisposable
{
    /// <summary>The name of the source and of the meter, by which exporters ask for them.</summary>
    public const string Name = "Trellis.Server";

    // Those of the conventions' http.server.request.duration and db.client.operation.duration.
    private static readonly InstrumentAdvice<double> RequestBuckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private static readonly InstrumentAdvice<double> StoreBuckets = new()
    {
        HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
    };

    /// <summary>Creates the source and the meter.</summary>
    public ServerTelemetry()
    {
        RequestDuration = Meter.CreateHistogram(
            "http.server.request.duration", "s", "How long requests took, streams and sockets to their end.", tags: null, RequestBuckets);
        ActiveRequests = Meter.CreateUpDownCounter<long>("http.server.active_requests", "{request}", "Requests that are being answered.");
        StoreDuration = Meter.CreateHistogram(
            "db.client.operation.duration", "s", "How long the store's reads and durable writes took, waiting for their turn included.", tags: null, StoreBuckets);
        WebhookDuration = Meter.CreateHistogram(
            "trellis.webhook.attempt.duration", "s", "How long attempts at deliveries of webhooks took.", tags: null, RequestBuckets);
    }

    /// <summary>Where spans come from.</summary>
    internal ActivitySource Source { get; } = new(Name);

    /// <summary>Where instruments come from.</summary>
    internal Meter Meter { get; } = new(Name);

    internal Histogram<double> RequestDuration { get; }

    internal UpDownCounter<long> ActiveRequests { get; }

    internal Histogram<double> StoreDuration { get; }

    private Histogram<double> WebhookDuration { get; }

    /// <summary>The same store with its reads and writes observed.</summary>
    /// <param name="store">The store, which the result disposes.</param>
    /// <param name="options">What it was opened with: they tell the engine.</param>
    /// <param name="time">Measures the durations.</param>
    public IStore Observe(IStore store, StoreOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);

        return new ObservedStore(store, options.SqlitePath is null ? "postgresql" : "sqlite", this, time);
    }

    /// <summary>Measures an attempt at a delivery.</summary>
    internal void MeasureWebhook(string platform, string outcome, WebhookAttempt attempt)
    {
        if (!WebhookDuration.Enabled)
            return;

        var tags = new TagList { { "trellis.platform", platform }, { "trellis.webhook.outcome", outcome } };
        if (attempt.StatusCode is { } status)
            tags.Add("http.response.status_code", status);
        WebhookDuration.Record(attempt.Duration.TotalSeconds, tags);
    }

    /// <summary>Ends the source and the meter; who listens hears nothing more.</summary>
    public void Dispose()
    {
        Source.Dispose();
        Meter.Dispose();
    }
}
