using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Health;

/// <summary>Whether the runtime is there (contract, section 2.1).</summary>
internal sealed class HealthFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<RuntimeUptime>();

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var uptime = routes.Service<RuntimeUptime>();
        var lifetime = routes.Service<IHostApplicationLifetime>();
        routes.Get(
            _ => new ValueTask<JsonAnswer>(new HealthAnswer(lifetime.ApplicationStopping.IsCancellationRequested, uptime.Now)),
            Access.Anyone,
            "/api/v1/health");
    }
}
