using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>
/// Listens to the instruments of this server and of the runtime, from the first scrape on: a server that nobody scrapes measures nothing.
/// Safe for concurrent use.
/// </summary>
internal sealed class MetricCollector : IDisposable
{
    private const string Runtime = "System.Runtime";

    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new(ReferenceEqualityComparer.Instance);
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly Meter _meter;
    private bool _isListening;
    private bool _isDisposed;

    public MetricCollector(ServerTelemetry telemetry)
    {
        _meter = telemetry.Meter;
        _listener.InstrumentPublished = Enable;
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((MetricFamily)state!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((MetricFamily)state!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((MetricFamily)state!).Measure(value, tags));
    }

    /// <summary>Begins to listen, unless it has begun.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_isListening || _isDisposed)
                return;
            _isListening = true;
            _listener.Start();
        }
    }

    /// <summary>Asks the observable instruments, and writes everything.</summary>
    public void Write(PrometheusText text)
    {
        lock (_lock)
        {
            foreach (var family in _families.Values)
                family.BeginObservation();
            _listener.RecordObservableInstruments();
            foreach (var family in _families.Values.OrderBy(static family => family.Name, StringComparer.Ordinal))
                family.Write(text);
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
        _listener.Dispose();
    }

    // By the meter itself and not by its name: other servers of this process have meters of the same name.
    private void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter == _meter || instrument.Meter.Name == Runtime)
            listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, static instrument => new MetricFamily(instrument)));
    }
}
