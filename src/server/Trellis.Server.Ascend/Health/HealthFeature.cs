using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Health;

/// <summary>Whether the server is there, what it is, and whether a key is good (contract, section 2.9).</summary>
internal sealed class HealthFeature : IAscendFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<HealthEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var health = routes.Service<HealthEndpoints>();
        routes.Get(HealthEndpoints.HealthAsync, Access.Anyone, "/health");
        routes.Get(HealthEndpoints.DeploymentAsync, Access.Anyone, "/api/deployment-info");
        routes.Get(health.CredentialAsync, Access.Member, "/api/sdk/health");
    }
}
