namespace Trellis.Akshi;

/// <summary>The agents. Reached through <see cref="AkshiClient.Agents"/>; safe for concurrent use. Contract section 2.3.</summary>
public sealed class AkshiAgents
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<IReadOnlyList<AgentStatus>> _list;

    internal AkshiAgents(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _list = operations.Get<IReadOnlyList<AgentStatus>>("agents.list", "/api/v1/agents");
    }

    /// <summary>Lists the agents, as the TypeScript SDK does it. The answer is that of <see cref="AkshiClient.StatusAsync"/>.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<IReadOnlyList<AgentStatus>> ListAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<IReadOnlyList<AgentStatus>>(_list), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public IReadOnlyList<AgentStatus> List(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<IReadOnlyList<AgentStatus>>(_list), cancellationToken);
}
