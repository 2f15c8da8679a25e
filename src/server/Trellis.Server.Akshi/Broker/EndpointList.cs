using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Broker;

/// <summary>The endpoints of one configuration. Immutable.</summary>
/// <param name="All">All of them.</param>
internal sealed record EndpointList(IReadOnlyList<BrokerEndpoint> All)
{
    /// <summary>The endpoints of a configuration.</summary>
    public static EndpointList Of(RuntimeConfiguration configuration) => new(
    [
        .. from agent in configuration.Agents
           from endpoint in agent.Endpoints
           select BrokerEndpoint.Of(agent.Name, endpoint),
    ]);

    /// <summary>The endpoint of an agent that covers an address, the longest path first; null when there is none.</summary>
    public BrokerEndpoint? Find(string agent, Uri url) =>
        All.Where(endpoint => endpoint.Agent == agent && endpoint.Covers(url)).MaxBy(static endpoint => endpoint.PathPrefix.Length);
}
