using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Anomalies;

/// <summary>Agents that do not behave as usual (contract, section 6.9).</summary>
internal sealed class AnomaliesFeature : IAscendFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<AnomalyEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes) =>
        routes.Get(routes.Service<AnomalyEndpoints>().GetAsync, Access.Member, "/api/agents/health/{agent_id}/anomalies");
}
