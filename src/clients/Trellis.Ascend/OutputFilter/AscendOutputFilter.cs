using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Looks through what agents say before anybody reads it. Reached through <see cref="AscendClient.OutputFilter"/>. Contract section 2.14.
/// Safe for concurrent use.
/// </summary>
public sealed class AscendOutputFilter
{
    private const int MaxLimit = 100;

    private readonly ApiConnection _connection;
    private readonly AscendClientOptions _options;
    private readonly ApiOperation<JsonObject> _config;
    private readonly ApiOperation<OutputFindingList> _list;
    private readonly ApiOperation<OutputFindingList> _ofAction;
    private readonly ApiOperation<OutputScan> _scan;

    internal AscendOutputFilter(ApiConnection connection, AscendOperations operations, AscendClientOptions options)
    {
        (_connection, _options) = (connection, options);
        _config = operations.Get<JsonObject>("output_filter.config", "/api/v1/output-filter/config");
        _list = operations.Get<OutputFindingList>("output_filter.findings", "/api/v1/output-filter/findings");
        _ofAction = operations.Get<OutputFindingList>("output_filter.action", "/api/v1/output-filter/findings/{action_id}");
        _scan = operations.Post<OutputScan>("output_filter.scan", "/api/v1/output-filter/scan");
    }

    /// <summary>Tells what the filter looks for.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetConfigAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_config), cancellationToken);

    /// <inheritdoc cref="GetConfigAsync"/>
    public JsonObject GetConfig(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_config), cancellationToken);

    /// <summary>Lists what was found.</summary>
    /// <param name="limit">How many at the most, from 1 to 100.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="category">Only those of this kind; <see langword="null"/> for all.</param>
    /// <param name="severity">Only those that are so bad; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendValidationException">The limit is out of its range; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<OutputFindingList> ListFindingsAsync(
        int limit = 50, int offset = 0, string? category = null, string? severity = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(limit, offset, category, severity), cancellationToken);

    /// <inheritdoc cref="ListFindingsAsync"/>
    public OutputFindingList ListFindings(
        int limit = 50, int offset = 0, string? category = null, string? severity = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(limit, offset, category, severity), cancellationToken);

    /// <summary>Lists what was found in the answer to an action.</summary>
    /// <param name="actionId">The action's number.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such action.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<OutputFindingList> GetFindingsAsync(string actionId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_ofAction, PathSegment.In(_ofAction.Path, actionId, "action_id")), cancellationToken);

    /// <inheritdoc cref="GetFindingsAsync"/>
    public OutputFindingList GetFindings(string actionId, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Read(_ofAction, PathSegment.In(_ofAction.Path, actionId, "action_id")), cancellationToken);

    /// <summary>Looks through a text.</summary>
    /// <param name="content">The text.</param>
    /// <param name="actionId">The action whose answer it is; <see langword="null"/> for none.</param>
    /// <param name="agentId">The agent that says it; <see langword="null"/> for the client's.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed: do not show the text.</exception>
    public Task<OutputScan> ScanAsync(
        string content, long? actionId = null, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Scanning(content, actionId, agentId), cancellationToken);

    /// <inheritdoc cref="ScanAsync"/>
    public OutputScan Scan(string content, long? actionId = null, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Scanning(content, actionId, agentId), cancellationToken);

    private ApiRequest<OutputFindingList> Listing(int limit, int offset, string? category, string? severity)
    {
        var checks = default(FieldChecks);
        checks.Require(limit is >= 1 and <= MaxLimit, "limit", "must be from 1 to 100");
        checks.Require(offset >= 0, "offset", "must not be negative");
        checks.ThrowIfAny();
        return Requests.Read(
            _list,
            new Query(_list.Path).Add("limit", limit).Add("offset", offset).Add("category", category).Add("severity", severity).ToString());
    }

    private ApiRequest<OutputScan> Scanning(string content, long? actionId, string? agentId)
    {
        ArgumentNullException.ThrowIfNull(content);
        var body = new JsonObject { ["content"] = content, ["agent_id"] = agentId ?? _options.AgentId ?? AscendDefaults.UnknownAgentId };
        if (actionId is { } action)
        {
            body["action_id"] = action;
        }

        return Requests.Change(_scan, body: new CanonicalBody(body));
    }
}
