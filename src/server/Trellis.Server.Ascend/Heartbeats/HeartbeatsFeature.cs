using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Heartbeats;

/// <summary>Signs of life (contract, sections 2.10 and 6.9).</summary>
internal sealed class HeartbeatsFeature : IAscendFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<HeartbeatEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var heartbeats = routes.Service<HeartbeatEndpoints>();
        routes.Post(heartbeats.BeatAsync, Access.Member, "/api/agents/health/heartbeat");
        routes.Get(heartbeats.GetAsync, Access.Member, "/api/agents/health/{agent_id}");
    }
}
