namespace Trellis.Server.Akshi.Broker;

/// <summary>The endpoints of the configuration that holds now. Safe for concurrent use.</summary>
internal sealed class EndpointList
{
    private volatile IReadOnlyList<BrokerEndpoint> _endpoints = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<BrokerEndpoint> All
    {
        get => _endpoints;
        set => _endpoints = value;
    }

    /// <summary>The endpoint of an agent that covers an address, the longest path first; null when there is none.</summary>
    public BrokerEndpoint? Find(string agent, Uri url) =>
        _endpoints.Where(endpoint => endpoint.Agent == agent && endpoint.Covers(url)).MaxBy(static endpoint => endpoint.PathPrefix.Length);
}
