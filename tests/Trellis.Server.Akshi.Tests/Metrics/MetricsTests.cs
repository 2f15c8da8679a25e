using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Metrics;

public sealed partial class MetricsTests : ServerTest
{
    private const string Path = "/api/v1/metrics";

    [Fact]
    public async Task The_families_have_their_types_and_values()
    {
        var counters = Server.Services.GetRequiredService<IRuntimeCounters>();
        counters.CountRestart("a \"b\" \\ \n c");
        counters.CountInference("local");
        counters.CountInference("local");
        counters.AddFuel("a", 5_000_000_000);
        counters.AddEnvelopes("sent", 3);
        counters.AddEnvelopes("sent", 0);

        var reply = (await Server.GetAsync(Path)).ShouldBe(200);

        reply.ContentType.ShouldBe("text/plain; charset=utf-8");
        var lines = reply.Text.Split('\n');
        lines.ShouldContain("# TYPE akshi_agents_total gauge");
        lines.ShouldContain("akshi_agents_total 2");
        lines.ShouldContain("# TYPE akshi_approvals_pending gauge");
        lines.ShouldContain("akshi_approvals_pending 0");
        lines.ShouldContain("# TYPE akshi_agent_restarts_total counter");
        lines.ShouldContain("""akshi_agent_restarts_total{agent="a \"b\" \\ \n c"} 1""");
        lines.ShouldContain("""akshi_inference_requests_total{route="local"} 2""");
        lines.ShouldContain("""akshi_fuel_consumed_total{agent="a"} 5000000000""");
        lines.ShouldContain("""akshi_sync_envelopes_total{direction="sent"} 3""");
        lines.ShouldContain(line => line.StartsWith("""akshi_build_info{version="0.5.0",commit=""", StringComparison.Ordinal) && line.EndsWith("} 1"));
    }

    [Fact]
    public async Task Every_line_is_prometheus_text_and_belongs_to_the_family_above_it()
    {
        await Server.GetAsync("/api/v1/findings");
        var text = (await Server.GetAsync(Path)).Text;

        text.ShouldEndWith("\n");
        var (family, typed) = ("", new HashSet<string>());
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                family = line.Split(' ')[2];
                continue;
            }

            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                typed.Add(line.Split(' ')[2]).ShouldBeTrue(line);
                line.Split(' ')[3].ShouldBeOneOf("counter", "gauge", "histogram");
                continue;
            }

            var sample = Sample().Match(line);
            sample.Success.ShouldBeTrue(line);
            sample.Groups[1].Value.ShouldBeOneOf(family, $"{family}_bucket", $"{family}_sum", $"{family}_count");
            double.TryParse(sample.Groups[2].Value, CultureInfo.InvariantCulture, out _).ShouldBeTrue(line);
        }
    }

    [Fact]
    public async Task Answers_are_counted_by_the_template_of_their_route()
    {
        (await Server.GetAsync("/api/v1/a2a/tasks/one")).ShouldBe(404);
        (await Server.GetAsync("/api/v1/a2a/tasks/two")).ShouldBe(404);
        (await Server.SendAsync("BREW", "/api/v1/findings")).ShouldBe(405);

        var text = (await Server.GetAsync(Path)).Text;

        const string Labels = """method="GET",route="/api/v1/a2a/tasks/{id}",status="404" """;
        text.ShouldContain($"akshi_http_request_duration_seconds_count{{{Labels.TrimEnd()}}} 2");
        text.ShouldContain($"akshi_http_request_duration_seconds_bucket{{{Labels.TrimEnd()},le=\"+Inf\"}} 2");
        text.ShouldContain($"akshi_http_request_duration_seconds_sum{{{Labels.TrimEnd()}}} ");
        text.ShouldContain("""method="OTHER",route="/api/v1/findings",status="405" """.TrimEnd());
        text.ShouldNotContain("tasks/one");
    }

    [Fact]
    public async Task They_need_the_token() => (await Server.SendAsync("GET", Path, null, static _ => { })).ShouldBeRefused(401, "unauthorized");

    [Fact]
    public async Task They_can_be_turned_off()
    {
        var dashboard = Server.Services.GetRequiredService<Dashboard>();
        dashboard.Settings = dashboard.Settings with { ServesMetrics = false };

        (await Server.GetAsync(Path)).ShouldBeRefused(404, "not_found");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = FakeAgents.Of("a", "b") });

    [GeneratedRegex("""^([a-z_]+)(?:\{(?:[a-z]+="(?:[^"\\\n]|\\.)*",?)+\})? ([0-9.eE+-]+)$""")]
    private static partial Regex Sample();
}
