using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>What was measured with one instrument. Safe for concurrent use.</summary>
internal sealed class MetricFamily
{
    /// <summary>How many series one instrument may have; what comes after them is counted in one more.</summary>
    public const int MostSeries = 4000;

    // The name that OpenTelemetry gives to what is over the limit.
    private const string Overflow = "otel_metric_overflow=\"true\"";

    // The runtime publishes them as counters, and yet they fall.
    private static readonly string[] FallingCounters = ["dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length"];

    private static readonly double[] DefaultBounds = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly MetricKind _kind;
    private readonly bool _isObservable;
    private readonly string _name;
    private readonly string _help;
    private readonly IReadOnlyList<double> _bounds;

    public MetricFamily(Instrument instrument)
    {
        _kind = FallingCounters.Contains(instrument.Name) ? MetricKind.Gauge : KindOf(instrument.GetType().GetGenericTypeDefinition());
        _isObservable = instrument.IsObservable;
        _name = MetricName.Of(instrument, _kind is MetricKind.Counter or MetricKind.ObservedCounter);
        _help = instrument.Description ?? instrument.Name;
        _bounds = _kind is not MetricKind.Histogram ? [] : (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries
            ?? (instrument as Histogram<long>)?.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound).ToArray() ?? DefaultBounds;
    }

    /// <summary>By what it is sorted.</summary>
    public string Name => _name;

    /// <summary>Takes a measurement.</summary>
    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new LabelText(stackalloc char[512]);
        foreach (var (name, content) in tags)
            labels.Add(name, content);
        var series = Find(labels.Written);
        labels.Dispose();

        if (_kind is MetricKind.Histogram)
            series.Observe(value);
        else if (_kind is MetricKind.Gauge or MetricKind.ObservedCounter)
            series.Set(value);
        else
            series.Add(value);
    }

    /// <summary>Forgets what an observable instrument said last, since it says everything anew.</summary>
    public void BeginObservation()
    {
        if (_isObservable)
            _series.Clear();
    }

    /// <summary>Writes all series, in the order of their labels; nothing when there is none.</summary>
    public void Write(PrometheusText text)
    {
        if (_series.IsEmpty)
            return;

        text.Family(_name, _kind is MetricKind.Histogram ? "histogram" : _kind is MetricKind.Counter or MetricKind.ObservedCounter ? "counter" : "gauge", _help);
        foreach (var series in _series.Values.OrderBy(static series => series.Labels, StringComparer.Ordinal))
            Write(text, series);
    }

    private MetricSeries Find(ReadOnlySpan<char> labels)
    {
        var lookup = _series.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(labels, out var known))
            return known;

        var name = _series.Count < MostSeries ? labels.ToString() : Overflow;
        return _series.GetOrAdd(name, static (name, bounds) => new MetricSeries(name, bounds), _bounds);
    }

    private void Write(PrometheusText text, MetricSeries series)
    {
        var (value, cumulative) = series.Read();
        if (_kind is not MetricKind.Histogram)
        {
            text.Sample(_name, value, series.Labels);
            return;
        }

        var separator = series.Labels.Length > 0 ? "," : "";
        for (var bucket = 0; bucket < cumulative.Count; bucket++)
        {
            var bound = PrometheusText.Format(bucket < _bounds.Count ? _bounds[bucket] : double.PositiveInfinity);
            text.Sample($"{_name}_bucket", cumulative[bucket], $"{series.Labels}{separator}le=\"{bound}\"");
        }

        text.Sample($"{_name}_sum", value, series.Labels);
        text.Sample($"{_name}_count", cumulative[^1], series.Labels);
    }

    private static MetricKind KindOf(Type instrument) =>
        instrument == typeof(Counter<>) ? MetricKind.Counter
        : instrument == typeof(UpDownCounter<>) ? MetricKind.Sum
        : instrument == typeof(ObservableCounter<>) ? MetricKind.ObservedCounter
        : instrument == typeof(Histogram<>) ? MetricKind.Histogram
        : MetricKind.Gauge;
}
