using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Metrics;

/// <summary>How the runtime fares, in numbers (contract, section 2.2).</summary>
internal sealed class MetricsFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RuntimeCounters>();
        services.AddSingleton<IRuntimeCounters>(static provider => provider.GetRequiredService<RuntimeCounters>());
        services.AddSingleton<HttpDurations>();
        services.AddSingleton<MetricsEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes) =>
        routes.Get(routes.Service<MetricsEndpoint>().ReadAsync, Access.Operator, "/api/v1/metrics");
}
