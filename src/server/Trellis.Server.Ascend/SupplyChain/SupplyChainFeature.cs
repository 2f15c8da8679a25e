using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>What agents are built from, and its weaknesses (contract, section 2.14).</summary>
internal sealed class SupplyChainFeature : IAscendFeature
{
    private const string Root = "/api/v1/supply-chain";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RegisterComponent>();
        services.AddSingleton<ComponentEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var components = routes.Service<ComponentEndpoints>();
        routes.Post(routes.Service<RegisterComponent>().RegisterAsync, Access.Member, $"{Root}/components");
        routes.Get(components.ListAsync, Access.Member, $"{Root}/components");
        routes.Get(components.StatisticsAsync, Access.Member, $"{Root}/stats");
        routes.Get(components.ImpactAsync, Access.Member, $"{Root}/impact/{{id}}");
        routes.Get(components.SyncStatusAsync, Access.Member, $"{Root}/sync/status");
    }
}
