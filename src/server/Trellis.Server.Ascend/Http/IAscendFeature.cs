using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Ascend.Http;

/// <summary>One part of the platform: its services and its routes.</summary>
internal interface IAscendFeature
{
    /// <summary>Registers the services.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps the routes, every alias of the contract's section 2.1 among them.</summary>
    void MapRoutes(AscendRoutes routes);
}
