using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Akshi.Http;

/// <summary>One part of the platform: its services and its routes.</summary>
internal interface IAkshiFeature
{
    /// <summary>Registers the services.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps the routes, under every path that a generation of clients knows.</summary>
    void MapRoutes(AkshiRoutes routes);
}
