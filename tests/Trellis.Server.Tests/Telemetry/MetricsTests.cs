using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Tests.Telemetry;

public sealed class MetricsTests
{
    private const string Requests = "http_server_request_duration_seconds";

    [Fact]
    public async Task The_page_is_of_the_text_format()
    {
        await using var probe = await StartAsync();
        using var response = await probe.Client.GetAsync("/metrics", TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        await ScrapeAsync(probe);
        var page = await ScrapeAsync(probe);
        page.Types["trellis_build_info"].ShouldBe("gauge");
        page.Types[Requests].ShouldBe("histogram");
        page.Types["dotnet_gc_collections_total"].ShouldBe("counter");
        page.Types["dotnet_process_memory_working_set_bytes"].ShouldBe("gauge");
        page.Samples["dotnet_process_memory_working_set_bytes"].ShouldBeGreaterThan(1_000_000);
        page.Samples["dotnet_thread_pool_thread_count"].ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Requests_are_counted_by_route_and_status_from_the_first_scrape_on()
    {
        await using var probe = await StartAsync();
        await probe.Client.GetAsync("/platform/things/0", TestContext.Current.CancellationToken);
        await ScrapeAsync(probe);
        for (var id = 1; id <= 3; id++)
            await probe.Client.GetAsync($"/platform/things/{id}", TestContext.Current.CancellationToken);
        await probe.Client.GetAsync("/platform/throw", TestContext.Current.CancellationToken);

        var page = await ScrapeAsync(probe);
        string[] things = ["http_route=\"/platform/things/{id}\"", "http_request_method=\"GET\"", "http_response_status_code=\"200\"", "trellis_platform=\"probe\""];
        page.Sum($"{Requests}_count", things).ShouldBe(3);
        page.Sum($"{Requests}_bucket", [.. things, "le=\"+Inf\""]).ShouldBe(3);
        page.Sum($"{Requests}_sum", things).ShouldBeGreaterThan(0);
        page.Sum($"{Requests}_count", "http_route=\"/platform/throw\"", "error_type=\"500\"").ShouldBe(1);
    }

    [Fact]
    public async Task Buckets_are_cumulative()
    {
        await using var probe = await StartAsync();
        await ScrapeAsync(probe);
        await probe.Client.GetAsync("/platform/things/1", TestContext.Current.CancellationToken);
        var page = await ScrapeAsync(probe);
        var buckets = page.Samples
            .Where(static sample => sample.Key.StartsWith($"{Requests}_bucket", StringComparison.Ordinal) && sample.Key.Contains("/platform/things", StringComparison.Ordinal))
            .Select(static sample => sample.Value)
            .ToList();
        buckets.Count.ShouldBe(15);
        buckets.Order().ShouldBe(buckets);
    }

    [Fact]
    public async Task With_fromStart_the_first_scrape_knows_what_came_before_it()
    {
        await using var server = await TrellisServer.StartAsync(
            new() { Configuration = Settings.Of(("metrics:fromStart", "true")) }, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Url };
        await client.GetAsync("/health", TestContext.Current.CancellationToken);
        var page = MetricsPage.Parse(await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken));
        page.Sum($"{Requests}_count", "http_route=\"/health\"", "trellis_platform=\"ascend\"").ShouldBe(1);
    }

    [Fact]
    public async Task The_stores_calls_are_counted_with_its_engine()
    {
        await using var probe = await StartAsync();
        await ScrapeAsync(probe);
        var store = probe.Server.Services.GetRequiredService<IStore>();
        for (var call = 0; call < 2; call++)
            await store.WriteAsync(static session => session.ExecuteAsync($"DELETE FROM audit_heads WHERE organisation_id = -1"), TestContext.Current.CancellationToken);
        var page = await ScrapeAsync(probe);
        page.Sum("db_client_operation_duration_seconds_count", "db_operation_name=\"store.write\"", "db_system_name=\"sqlite\"").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task The_audit_chains_and_the_queues_are_gauges_of_what_the_store_holds()
    {
        await using var probe = await StartAsync();
        var store = probe.Server.Services.GetRequiredService<IStore>();
        await store.WriteAsync(
            static async session =>
            {
                await session.ExecuteAsync($"INSERT INTO audit_heads (organisation_id, sequence_number, chain_hash) VALUES (901, 40, 'a'), (902, 2, 'b')");
                await session.ExecuteAsync(
                    $"INSERT INTO audit_checkpoints (organisation_id, sequence_number, chain_hash, signed_at, kid, signature) VALUES (901, 10, 'a', 1, 'k', {new byte[1]}), (901, 30, 'a', 1, 'k', {new byte[1]})");
                return await session.ExecuteAsync(
                    $"INSERT INTO jobs (id, organisation_id, queue, type, payload, state, attempts, max_attempts, retry_delay_ms, due_at, created_at) VALUES ('j', 901, 'q', 't', 'p', 'pending', 0, 1, 1, {DateTimeOffset.MaxValue}, 1)");
            },
            TestContext.Current.CancellationToken);
        var page = await ScrapeAsync(probe);
        page.Samples["trellis_audit_records"].ShouldBe(42);
        page.Samples["trellis_audit_unsigned_records"].ShouldBe(12);
        page.Samples["trellis_job_queue_size{trellis_job_state=\"pending\"}"].ShouldBe(1);
    }

    [Fact]
    public async Task The_page_does_without_the_gauges_while_the_store_fails()
    {
        await using var probe = await StartAsync();
        await probe.Server.Services.GetRequiredService<IStore>().WriteAsync(
            static session => session.ExecuteAsync($"DROP TABLE audit_heads"), TestContext.Current.CancellationToken);
        var page = await ScrapeAsync(probe);
        page.Samples.Keys.ShouldNotContain("trellis_audit_records");
        page.Types.Keys.ShouldContain("dotnet_gc_collections_total");
    }

    private static async Task<MetricsPage> ScrapeAsync(ProbeServer probe) =>
        MetricsPage.Parse(await probe.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken));

    private static Task<ProbeServer> StartAsync() => ProbeServer.StartAsync(static routes =>
    {
        routes.MapGet("/platform/things/{id}", static context => context.Response.WriteAsync("thing"));
        routes.MapGet("/platform/throw", static _ => throw new InvalidOperationException());
    });
}
