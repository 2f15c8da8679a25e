namespace Trellis.Akshi;

/// <summary>
/// What a runtime tells everybody about itself, without a token. Reached through <see cref="AkshiClient.Discovery"/>; safe for concurrent
/// use. Contract section 2.13.
/// </summary>
public sealed class AkshiDiscovery
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<AgentCard> _agentCard;
    private readonly ApiOperation<DidDocument> _didDocument;
    private readonly ApiOperation<string> _agentsMarkdown;
    private readonly ApiOperation<NodeDescription> _node;

    internal AkshiDiscovery(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _agentCard = operations.Get<AgentCard>("discovery.agent_card", "/.well-known/agent-card.json");
        _didDocument = operations.Get<DidDocument>("discovery.did", "/.well-known/did.json");
        _agentsMarkdown = operations.Get<string>("discovery.agents", "/.well-known/agents.md");
        _node = operations.Get<NodeDescription>("discovery.node", "/.well-known/akshi-node");
    }

    /// <summary>Reads what the runtime offers to other agents.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<AgentCard> GetAgentCardAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<AgentCard>(_agentCard), cancellationToken);

    /// <inheritdoc cref="GetAgentCardAsync"/>
    public AgentCard GetAgentCard(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<AgentCard>(_agentCard), cancellationToken);

    /// <summary>Reads the document with the runtime's public keys.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<DidDocument> GetDidDocumentAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<DidDocument>(_didDocument), cancellationToken);

    /// <inheritdoc cref="GetDidDocumentAsync"/>
    public DidDocument GetDidDocument(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<DidDocument>(_didDocument), cancellationToken);

    /// <summary>Reads the runtime's page for language models, in Markdown.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<string> GetAgentsMarkdownAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<string>(_agentsMarkdown, Overrides: Accept.Text), cancellationToken);

    /// <inheritdoc cref="GetAgentsMarkdownAsync"/>
    public string GetAgentsMarkdown(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<string>(_agentsMarkdown, Overrides: Accept.Text), cancellationToken);

    /// <summary>Reads what other nodes of the mesh look for.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<NodeDescription> GetNodeAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<NodeDescription>(_node), cancellationToken);

    /// <inheritdoc cref="GetNodeAsync"/>
    public NodeDescription GetNode(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<NodeDescription>(_node), cancellationToken);
}
