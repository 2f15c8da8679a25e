using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Services;

/// <summary>HTTP services that a project calls by name (contract, sections 2.1.8 and 8.7).</summary>
internal sealed class ServicesFeature : IAerostackFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new ServiceClient(
            provider.GetRequiredService<IConfiguration>().GetSection("aerostack:services"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ServiceEndpoints>();
        services.AddSingleton<InvokeEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        routes.Post(routes.Service<InvokeEndpoint>().InvokeAsync, Access.Secret, "/v1/services/invoke");

        var registry = routes.Service<ServiceEndpoints>();
        routes.Post(registry.RegisterAsync, Access.Secret, "/v1/services/register");
        routes.Post(registry.DeleteAsync, Access.Secret, "/v1/services/delete");
        routes.Get(registry.ListAsync, Access.Secret, "/v1/services/list");
    }
}
