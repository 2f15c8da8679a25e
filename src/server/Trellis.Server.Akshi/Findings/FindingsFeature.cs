using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Findings;

/// <summary>What agents have found (contract, section 2.5).</summary>
internal sealed class FindingsFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FindingBook>();
        services.AddSingleton<IFindings>(static provider => provider.GetRequiredService<FindingBook>());
        services.AddSingleton<FindingsEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<FindingsEndpoints>();
        routes.Get(endpoints.ListAsync, Access.Operator, "/api/v1/findings");
        routes.Map("POST", endpoints.AddAsync, new RouteRules { Access = Access.Operator, TakesArray = true }, "/api/v1/findings");
    }
}
