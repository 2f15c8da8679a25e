using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Aerostack.Http;

/// <summary>One part of the platform: its services and its routes.</summary>
internal interface IAerostackFeature
{
    /// <summary>Registers the services.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps the routes, under every path that a generation of clients knows.</summary>
    void MapRoutes(AerostackRoutes routes);
}
