using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>
/// Gauges of what the store holds. An instrument is asked on a thread that must not wait for a database, so it tells what was read last, and has
/// it read anew when that was some time ago; who can wait calls <see cref="RefreshAsync"/> first. Safe for concurrent use.
/// </summary>
internal sealed class StoreGauges
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly IStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private StoreCounts? _counts;
    private long _readAt;
    private Task? _reading;

    public StoreGauges(ServerTelemetry telemetry, IStore store, TimeProvider time, ILogger<StoreGauges> logger)
    {
        _store = store;
        _time = time;
        _logger = logger;
        var meter = telemetry.Meter;
        meter.CreateObservableGauge("trellis.webhook.queue.size", ReadQueueSizes, "{delivery}", "Deliveries of webhooks that wait for an attempt.");
        meter.CreateObservableGauge("trellis.webhook.queue.delay", ReadQueueDelays, "s", "How long the delivery that is due longest has been due.");
        meter.CreateObservableGauge("trellis.job.queue.size", ReadJobs, "{job}", "Jobs that are not finished.");
        meter.CreateObservableGauge("trellis.audit.records", () => One(static counts => counts.AuditRecords), "{record}", "Records of all audit chains.");
        meter.CreateObservableGauge(
            "trellis.audit.unsigned_records", () => One(static counts => counts.UnsignedAuditRecords), "{record}", "Records after the last checkpoint of their chain.");
    }

    /// <summary>Reads the store. When that fails there are no numbers until it succeeds, which the log tells.</summary>
    public Task RefreshAsync()
    {
        lock (_lock)
        {
            if (_reading is null or { IsCompleted: true })
                _reading = ReadAsync();
            return _reading;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            _counts = await _store.ReadAsync(StoreCounts.ReadAsync);
        }
        catch (Exception error) when (error is StoreException or ObjectDisposedException)
        {
            _counts = null;
            TelemetryLog.CountsUnavailable(_logger, error);
        }

        Volatile.Write(ref _readAt, _time.GetTimestamp());
    }

    private StoreCounts? Current()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _readAt)) > Fresh)
            _ = RefreshAsync();
        return _counts;
    }

    private IEnumerable<Measurement<long>> ReadQueueSizes() =>
        Current()?.Webhooks.Select(static queue => new Measurement<long>(queue.Deliveries, new KeyValuePair<string, object?>("trellis.platform", queue.Platform))) ?? [];

    private IEnumerable<Measurement<double>> ReadQueueDelays() =>
        Current()?.Webhooks.Select(queue => new Measurement<double>(
            Math.Max(0, (_time.GetUtcNow() - queue.Due).TotalSeconds), new KeyValuePair<string, object?>("trellis.platform", queue.Platform))) ?? [];

    private IEnumerable<Measurement<long>> ReadJobs() =>
        Current()?.Jobs.Select(static jobs => new Measurement<long>(jobs.Jobs, new KeyValuePair<string, object?>("trellis.job.state", jobs.State))) ?? [];

    private IEnumerable<Measurement<long>> One(Func<StoreCounts, long> number) => Current() is { } counts ? [new Measurement<long>(number(counts))] : [];
}
