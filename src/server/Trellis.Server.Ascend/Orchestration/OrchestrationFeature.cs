using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>Agents that direct agents (contract, section 2.13).</summary>
internal sealed class OrchestrationFeature : IAscendFeature
{
    private const string Root = "/api/v1/orchestration";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TopologyEndpoints>();
        services.AddSingleton<CascadeKill>();
        services.AddSingleton<SessionEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var topology = routes.Service<TopologyEndpoints>();
        routes.Post(topology.SetWorkersAsync, Access.Member, $"{Root}/topology");
        routes.Post(topology.SetServersAsync, Access.Member, $"{Root}/topology/mcp");
        routes.Post(routes.Service<CascadeKill>().RunAsync, Access.Person, $"{Root}/cascade-kill/{{orchestrator_id}}");

        var sessions = routes.Service<SessionEndpoints>();
        routes.Get(sessions.GetAsync, Access.Member, $"{Root}/sessions/{{session_id}}");
        routes.Get(sessions.RiskAsync, Access.Member, $"{Root}/sessions/{{session_id}}/risk");
        routes.Get(sessions.StatsAsync, Access.Member, $"{Root}/stats");
    }
}
