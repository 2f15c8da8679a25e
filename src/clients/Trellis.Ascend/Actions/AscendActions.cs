namespace Trellis.Ascend;

/// <summary>What agents did and wanted to do. Reached through <see cref="AscendClient.Actions"/>. Safe for concurrent use.</summary>
public sealed class AscendActions
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<ActionDetails> _get;
    private readonly ApiOperation<ActionList> _list;

    internal AscendActions(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _get = operations.Get<ActionDetails>("actions.get", "/api/v1/actions/{id}");
        _list = operations.Get<ActionList>("actions.list", "/api/agent-activity");
    }

    /// <summary>Tells all about an action. Contract section 2.4.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such action.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<ActionDetails> GetAsync(string actionId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Getting(actionId), cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    public ActionDetails Get(string actionId, CancellationToken cancellationToken = default) => _connection.Send(Getting(actionId), cancellationToken);

    /// <summary>Lists actions, newest first. Contract section 2.4.</summary>
    /// <param name="limit">How many at the most.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="status">Only those that stand so; <see langword="null"/> for all.</param>
    /// <param name="agentId">Only those of this agent; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<ActionList> ListAsync(
        int limit = 50, int offset = 0, string? status = null, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(limit, offset, status, agentId), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public ActionList List(
        int limit = 50, int offset = 0, string? status = null, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(limit, offset, status, agentId), cancellationToken);

    private ApiRequest<ActionDetails> Getting(string actionId) => Requests.Read(_get, PathSegment.In(_get.Path, actionId, "action_id"));

    private ApiRequest<ActionList> Listing(int limit, int offset, string? status, string? agentId) => Requests.Read(
        _list,
        new Query(_list.Path).Add("limit", limit).Add("offset", offset).Add("status", status).Add("agent_id", agentId).ToString());
}
