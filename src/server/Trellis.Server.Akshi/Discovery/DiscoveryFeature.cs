using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Nodes;

namespace Trellis.Server.Akshi.Discovery;

/// <summary>How others find the node (contract, section 2.13).</summary>
internal sealed class DiscoveryFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<NodeIdentity>();
        services.AddSingleton<DiscoveryEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<DiscoveryEndpoints>();
        routes.Get(endpoints.CardAsync, Access.Anyone, "/.well-known/agent-card.json", "/.well-known/agent.json");
        routes.Get(endpoints.DidAsync, Access.Anyone, "/.well-known/did.json");
        routes.Get(endpoints.MarkdownAsync, Access.Anyone, "/.well-known/agents.md");
        routes.Get(endpoints.NodeAsync, Access.Anyone, "/.well-known/akshi-node");
    }
}
