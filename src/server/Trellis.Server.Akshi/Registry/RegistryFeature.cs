using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Registry;

/// <summary>The registry of packages (contract, section 2.11).</summary>
internal sealed class RegistryFeature : IAkshiFeature
{
    private const string Collection = "/api/v1/registry/packages";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PackageShelf>();
        services.AddSingleton<RegistryEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<RegistryEndpoints>();
        routes.Get(endpoints.ListAsync, Access.Operator, Collection);
        routes.Map("POST", endpoints.PublishAsync, new RouteRules { Access = Access.Operator, ReadsBody = true }, Collection);
        routes.Get(endpoints.FindAsync, Access.Operator, $"{Collection}/{{id}}");
    }
}
