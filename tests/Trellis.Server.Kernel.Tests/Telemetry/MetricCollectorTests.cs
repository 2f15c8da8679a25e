using System.Globalization;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Tests.Telemetry;

public sealed class MetricCollectorTests
{
    [Fact]
    public void Nothing_is_measured_before_somebody_listens()
    {
        using var telemetry = new ServerTelemetry();
        using var collector = new MetricCollector(telemetry);
        telemetry.RequestDuration.Enabled.ShouldBeFalse();
        collector.Start();
        telemetry.RequestDuration.Enabled.ShouldBeTrue();
    }

    [Fact]
    public void A_collector_hears_its_own_server_alone()
    {
        using var telemetry = new ServerTelemetry();
        using var other = new ServerTelemetry();
        using var collector = new MetricCollector(telemetry);
        collector.Start();
        other.RequestDuration.Enabled.ShouldBeFalse();
    }

    [Fact]
    public void A_histogram_counts_what_is_at_most_as_large_as_its_bounds()
    {
        using var telemetry = new ServerTelemetry();
        var histogram = telemetry.Meter.CreateHistogram<double>("wait", "s", "Waits.", tags: null, new() { HistogramBucketBoundaries = [1, 2] });
        Write(telemetry, () =>
        {
            foreach (var value in new[] { 0.5, 1, 1.5, 7 })
                histogram.Record(value, new KeyValuePair<string, object?>("queue.name", "a"));
        }).ShouldContain(
            """
            # HELP wait_seconds Waits.
            # TYPE wait_seconds histogram
            wait_seconds_bucket{queue_name="a",le="1"} 2
            wait_seconds_bucket{queue_name="a",le="2"} 3
            wait_seconds_bucket{queue_name="a",le="+Inf"} 4
            wait_seconds_sum{queue_name="a"} 10
            wait_seconds_count{queue_name="a"} 4

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Counters_add_up_and_gauges_say_their_last()
    {
        using var telemetry = new ServerTelemetry();
        var counter = telemetry.Meter.CreateCounter<long>("parts", "{part}");
        var open = telemetry.Meter.CreateUpDownCounter<int>("open");
        var level = telemetry.Meter.CreateGauge<double>("level", "By");
        telemetry.Meter.CreateObservableCounter("seen", static () => 9L);
        var text = Write(telemetry, () =>
        {
            counter.Add(2);
            counter.Add(3);
            open.Add(5);
            open.Add(-1);
            level.Record(1);
            level.Record(0.25);
        });
        text.ShouldContain("# TYPE parts_total counter\nparts_total 5\n");
        text.ShouldContain("# TYPE open gauge\nopen 4\n");
        text.ShouldContain("# TYPE seen_total counter\nseen_total 9\n");
        text.ShouldContain("# TYPE level_bytes gauge\nlevel_bytes 0.25\n");
    }

    [Fact]
    public void What_an_instrument_says_no_more_is_gone_from_the_page()
    {
        using var telemetry = new ServerTelemetry();
        var queues = new List<string> { "a", "b" };
        telemetry.Meter.CreateObservableGauge(
            "waiting", () => queues.Select(static queue => new System.Diagnostics.Metrics.Measurement<long>(1, new KeyValuePair<string, object?>("queue", queue))));
        using var collector = new MetricCollector(telemetry);
        collector.Start();
        Write(collector).ShouldContain("waiting{queue=\"a\"} 1\n");
        queues.Remove("a");
        var text = Write(collector);
        text.ShouldNotContain("queue=\"a\"");
        text.ShouldContain("waiting{queue=\"b\"} 1\n");
    }

    [Fact]
    public void What_is_over_the_limit_of_series_is_counted_together()
    {
        using var telemetry = new ServerTelemetry();
        var counter = telemetry.Meter.CreateCounter<long>("parts");
        var text = Write(telemetry, () =>
        {
            for (var number = 0; number < MetricFamily.MostSeries + 7; number++)
                counter.Add(1, new KeyValuePair<string, object?>("number", number.ToString(CultureInfo.InvariantCulture)));
        });
        text.ShouldContain("parts_total{otel_metric_overflow=\"true\"} 7\n");
        text.Split('\n').Count(static line => line.StartsWith("parts_total{", StringComparison.Ordinal)).ShouldBe(MetricFamily.MostSeries + 1);
    }

    private static string Write(ServerTelemetry telemetry, Action measure)
    {
        using var collector = new MetricCollector(telemetry);
        collector.Start();
        measure();
        return Write(collector);
    }

    private static string Write(MetricCollector collector)
    {
        var text = new PrometheusText();
        collector.Write(text);
        return text.ToString();
    }
}
