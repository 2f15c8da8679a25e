using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Events;

/// <summary>What happens, as it happens (contract, section 3).</summary>
internal sealed class EventsFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AkshiStreams>();
        services.AddSingleton(static provider => new Lazy<IAgentDirectory>(provider.GetRequiredService<IAgentDirectory>));
        services.AddSingleton<RuntimeStateReader>();
        services.AddSingleton<StateChangeSignal>();
        services.AddSingleton<StateChanges>();
        services.AddHostedService(static provider => provider.GetRequiredService<StateChanges>());
        services.AddSingleton<IActivitySink, ActivityEvents>();
        services.AddSingleton<EventsEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<EventsEndpoints>();
        routes.Get(endpoints.AguiAsync, Access.Operator, "/api/v1/agui/events");
        routes.Get(endpoints.UnifiedAsync, Access.Operator, "/api/v1/events");
        routes.Get(endpoints.AgentAsync, Access.Operator, "/api/v1/agents/stream");
        routes.Get(endpoints.TasksAsync, Access.Operator, "/api/v1/a2a/events");
    }
}
