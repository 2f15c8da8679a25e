using System.Diagnostics;
using System.Diagnostics.Metrics;
using Trellis.Testing;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Telemetry;

public sealed class ClientTelemetryTests
{
    private static readonly StubAnswer Ok = StubAnswer.Json("""{"text":"ok"}""");

    [Theory]
    [BothForms]
    public async Task A_call_is_one_span_with_the_conventions_tags(Form form)
    {
        using var telemetry = new TelemetryCapture("Trellis.Span");
        using var client = Client("span", Ok);
        using (Correlation.Bind("corr-1"))
        {
            await client.CallAsync(form);
        }

        var span = telemetry.Spans.ShouldHaveSingleItem();
        span.OperationName.ShouldBe("reply");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.TagObjects.ShouldBe(
        [
            new("http.request.method", "POST"), new("server.address", "api.test"), new("server.port", 8443),
            new("trellis.correlation_id", "corr-1"), new("http.response.status_code", 200),
        ]);
    }

    [Fact]
    public async Task A_call_is_one_measurement_in_seconds_of_the_clients_clock()
    {
        using var telemetry = new TelemetryCapture("Trellis.Measurement");
        var clock = new ManualTimeProvider();
        using var client = Client("measurement", options => (options.TimeProvider, options.Hooks.OnRequest) = (clock, _ => clock.Advance(TimeSpan.FromSeconds(2))), Ok);
        await client.CallAsync(Form.Asynchronous);
        var measurement = telemetry.Measurements.ShouldHaveSingleItem();
        measurement.Name.ShouldBe("trellis.client.call.duration");
        measurement.Value.ShouldBe(2);
        measurement.Tags.ShouldBe(
            new Dictionary<string, object?> { ["trellis.operation"] = "reply", ["server.address"] = "api.test", ["server.port"] = 8443 }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_histogram_has_the_unit_and_the_buckets_of_the_conventions()
    {
        using var telemetry = new TelemetryCapture("Trellis.Buckets");
        using var client = Client("buckets", Ok);
        await client.CallAsync(Form.Asynchronous);
        var histogram = telemetry.Instruments.ShouldHaveSingleItem().ShouldBeOfType<Histogram<double>>();
        histogram.Unit.ShouldBe("s");
        histogram.Advice!.HistogramBucketBoundaries!.ShouldBe([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]);
    }

    [Fact]
    public async Task An_error_status_is_the_error_type()
    {
        using var telemetry = new TelemetryCapture("Trellis.Refusal");
        using var client = Client("refusal", StubAnswer.Json(404, "{}"));
        await client.FailAsync(Form.Asynchronous);
        var span = telemetry.Spans.ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("404");
        span.GetTagItem("http.response.status_code").ShouldBe(404);
        telemetry.Measurements.ShouldHaveSingleItem().Tags["error.type"].ShouldBe("404");
    }

    [Fact]
    public async Task Without_a_response_the_exception_is_the_error_type()
    {
        using var telemetry = new TelemetryCapture("Trellis.Failure");
        using var client = Client("failure", StubAnswer.ConnectFailure());
        await client.FailAsync(Form.Asynchronous);
        var span = telemetry.Spans.ShouldHaveSingleItem();
        span.GetTagItem("error.type").ShouldBe(typeof(LoopbackException).FullName);
        span.GetTagItem("http.response.status_code").ShouldBeNull();
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_an_error_of_the_exception_and_not_of_its_status()
    {
        using var telemetry = new TelemetryCapture("Trellis.Unreadable");
        using var client = Client("unreadable", StubAnswer.Json("[]"));
        await client.FailAsync(Form.Asynchronous);
        telemetry.Spans.ShouldHaveSingleItem().GetTagItem("error.type").ShouldBe(typeof(LoopbackException).FullName);
    }

    [Fact]
    public async Task Attempts_are_one_span_and_the_repeated_ones_are_counted()
    {
        using var telemetry = new TelemetryCapture("Trellis.Retries");
        using var client = Client("retries", options => options.MaxAttempts = 3, StubAnswer.Json(503, "{}"), StubAnswer.ConnectFailure(), Ok);
        await client.CallAsync(Form.Asynchronous);
        var span = telemetry.Spans.ShouldHaveSingleItem();
        span.GetTagItem("http.request.resend_count").ShouldBe(2);
        span.GetTagItem("http.response.status_code").ShouldBe(200);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        telemetry.Measurements.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_span_is_the_parent_of_what_happens_in_the_call_and_ends_with_it()
    {
        using var telemetry = new TelemetryCapture("Trellis.Parent");
        Activity? inside = null;
        using var client = Client("parent", options => options.Hooks.OnRequest = _ => inside = Activity.Current, Ok);
        await client.CallAsync(Form.Asynchronous);
        inside.ShouldBeSameAs(telemetry.Spans.ShouldHaveSingleItem());
        Activity.Current.ShouldNotBe(inside);
    }

    [Fact]
    public async Task An_answer_from_the_cache_is_no_span()
    {
        using var telemetry = new TelemetryCapture("Trellis.Cached");
        using var client = Client("cached", Ok);
        var policy = new CachePolicy("things", "list", null, TimeSpan.FromHours(1));
        await client.CallAsync(Form.Asynchronous, cache: policy);
        await client.CallAsync(Form.Asynchronous, cache: policy);
        telemetry.Spans.Count.ShouldBe(1);
        telemetry.Measurements.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_listeners_nothing_is_made()
    {
        var telemetry = ClientTelemetry.For("unheard");
        var call = new CallState
        {
            Operation = "reply", Method = HttpMethod.Post, Path = "/", Address = new Uri("http://h.test"), Token = "t", CorrelationId = "c",
            Transfer = Transfer.Async, Started = 0, Body = new PooledBuffer(),
        };
        Watch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Watch();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Watch()
        {
            using var observation = telemetry.Start(call, TimeProvider.System);
        }
    }

    private static LoopbackClient Client(string protocol, params StubAnswer[] answers) => Client(protocol, null, answers);

    private static LoopbackClient Client(string protocol, Action<LoopbackClientOptions>? configure, params StubAnswer[] answers) =>
        new(new Uri("https://api.test:8443"), configure, new HttpMessageInvoker(new StubTransport(answers)), protocol);
}
