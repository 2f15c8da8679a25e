using System.Globalization;
using System.Reflection;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Health;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Akshi.Metrics;

/// <summary>The metrics as Prometheus scrapes them (contract, section 2.2).</summary>
internal sealed class MetricsEndpoint(RuntimeCounters counters, HttpDurations durations, RuntimeStateReader state, Dashboard dashboard)
{
    private const string Counter = "counter";
    private const string Gauge = "gauge";
    private const string Durations = "akshi_http_request_duration_seconds";

    // What the build has put behind the version: the commit, where it was known.
    private static readonly string Commit =
        typeof(MetricsEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', 2) is [_, var commit]
            ? commit
            : "unknown";

    /// <summary>GET.</summary>
    public async ValueTask<JsonAnswer> ReadAsync(AkshiCall call)
    {
        if (!dashboard.Settings.ServesMetrics)
            return AkshiErrors.NotFound("The metrics are turned off by telemetry.metrics_enabled.");

        var pending = await state.CountPendingAsync(call.Aborted);
        var text = new PrometheusText();
        WriteGauges(text, pending);
        WriteCounters(text);
        WriteDurations(text);
        return await TextResponse.SendAsync(call, "text/plain; charset=utf-8", text.ToString());
    }

    private void WriteGauges(PrometheusText text, long pending)
    {
        text.Family("akshi_build_info", Gauge, "The version of the runtime; always 1.");
        text.Sample("akshi_build_info", 1, ("version", RuntimeVersion.Text), ("commit", Commit));
        text.Family("akshi_agents_total", Gauge, "Loaded agents.");
        text.Sample("akshi_agents_total", state.Agents.Count);
        text.Family("akshi_approvals_pending", Gauge, "Approvals waiting for a person.");
        text.Sample("akshi_approvals_pending", pending);
    }

    private void WriteCounters(PrometheusText text)
    {
        Write(text, "akshi_agent_restarts_total", "Restarts after failures, per agent.", "agent", counters.Restarts);
        Write(text, "akshi_inference_requests_total", "Routed inference calls, per route.", "route", counters.Inferences);
        Write(text, "akshi_fuel_consumed_total", "Fuel used, per agent.", "agent", counters.Fuel);
        Write(text, "akshi_sync_envelopes_total", "Journal envelopes, per direction.", "direction", counters.Envelopes);
    }

    private static void Write(PrometheusText text, string name, string help, string label, CounterFamily family)
    {
        text.Family(name, Counter, help);
        foreach (var (value, count) in family.Read())
            text.Sample(name, count, (label, value));
    }

    private void WriteDurations(PrometheusText text)
    {
        text.Family(Durations, "histogram", "How long answers took, event streams left out.");
        foreach (var (labels, histogram) in durations.Read())
        {
            var (method, route, status) = (("method", labels.Method), ("route", labels.Route), ("status", labels.Status.ToString(CultureInfo.InvariantCulture)));
            var (cumulative, sum) = histogram.Read();
            for (var bucket = 0; bucket < cumulative.Count; bucket++)
            {
                var bound = bucket < DurationHistogram.Bounds.Count ? DurationHistogram.Bounds[bucket].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
                text.Sample($"{Durations}_bucket", cumulative[bucket], method, route, status, ("le", bound));
            }

            text.Sample($"{Durations}_sum", sum.TotalSeconds, method, route, status);
            text.Sample($"{Durations}_count", cumulative[^1], method, route, status);
        }
    }
}
