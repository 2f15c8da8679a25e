using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>Maps what belongs to telemetry.</summary>
public static class TelemetryRoutingExtensions
{
    /// <summary>Maps <c>/metrics</c>, and begins to measure if the configuration says so.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var services = endpoints.ServiceProvider;
        if (services.GetRequiredService<MetricsOptions>().FromStart)
            services.GetRequiredService<MetricCollector>().Start();
        endpoints.MapGet("/metrics", services.GetRequiredService<MetricsEndpoint>().ReadAsync);
    }
}
