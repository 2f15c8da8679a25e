using System.Diagnostics;
using System.Text;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Telemetry;

/// <summary>The executable, a real client and a collector.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task The_collector_gets_the_requests_and_the_writes_of_the_callers_trace()
    {
        await using var collector = await OtlpCollector.StartAsync();
        using var data = new DataFolder();
        await using var server = await ServerProcess.StartAsync(data, Export(collector, "OTEL_METRICS_EXPORTER"));
        using var application = new Activity("application").Start();

        // A trace that its own application does not record is not recorded by the server either.
        application.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        using (var askii = AskiiClients.Create(server.Url, server.DeveloperToken))
            await askii.Keys.ProvisionAsync(new() { KeyAlias = "traced" });
        (await server.StopAsync()).ShouldBe(0);

        var message = await collector.NextAsync("/v1/traces", Convert.FromHexString(application.TraceId.ToHexString()));
        foreach (var text in new[] { "store.write", "http.route", "http.response.status_code", "the-service", "deployment.environment", "test-bed" })
            message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBeGreaterThan(-1, text);
        message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(server.DeveloperToken)).ShouldBe(-1);
    }

    [Fact]
    public async Task The_collector_gets_the_metrics()
    {
        await using var collector = await OtlpCollector.StartAsync();
        using var data = new DataFolder();
        await using var server = await ServerProcess.StartAsync(data, Export(collector, "OTEL_TRACES_EXPORTER"));
        using (var askii = AskiiClients.Create(server.Url, server.DeveloperToken))
            await askii.Keys.ListAsync();
        (await server.StopAsync()).ShouldBe(0);

        var message = await collector.NextAsync("/v1/metrics", "http.server.request.duration"u8.ToArray());
        foreach (var text in new[] { "db.client.operation.duration", "dotnet.gc.collections", "trellis.platform", "askii" })
            message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBeGreaterThan(-1, text);
    }

    private static ServerSettings Export(OtlpCollector collector, string notThis) => new()
    {
        Variables = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "the-service",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment=test-bed",
            [notThis] = "none",
        },
    };
}
