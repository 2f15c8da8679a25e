using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Agents that lead other agents. Reached through <see cref="AscendClient.Orchestration"/>.
/// Contract section 2.13. Safe for concurrent use.
/// </summary>
public sealed class AscendOrchestration
{
    private const int MaxWorkers = 20;
    private const int MaxReasonLength = 1000;

    private readonly ApiConnection _connection;
    private readonly ApiOperation<JsonObject> _topology;
    private readonly ApiOperation<JsonObject> _mcpTopology;
    private readonly ApiOperation<CascadeResult> _cascade;
    private readonly ApiOperation<OrchestrationSession> _session;
    private readonly ApiOperation<SessionRisk> _risk;
    private readonly ApiOperation<JsonObject> _stats;

    internal AscendOrchestration(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _topology = operations.Post<JsonObject>("orchestration.topology", "/api/v1/orchestration/topology");
        _mcpTopology = operations.Post<JsonObject>("orchestration.topology.mcp", "/api/v1/orchestration/topology/mcp");
        _cascade = operations.Post<CascadeResult>("orchestration.cascade", "/api/v1/orchestration/cascade-kill/{orchestrator_id}");
        _session = operations.Get<OrchestrationSession>("orchestration.session", "/api/v1/orchestration/sessions/{session_id}");
        _risk = operations.Get<SessionRisk>("orchestration.risk", "/api/v1/orchestration/sessions/{session_id}/risk");
        _stats = operations.Get<JsonObject>("orchestration.stats", "/api/v1/orchestration/stats");
    }

    /// <summary>Says which agents an agent leads.</summary>
    /// <param name="orchestratorAgentId">The agent that leads.</param>
    /// <param name="workerAgentIds">Those that it leads: 1 to 20 different ones.</param>
    /// <param name="cancellationToken">Gives the call up; the topology may be set all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendValidationException">A value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> SetWorkersAsync(
        string orchestratorAgentId, IReadOnlyList<string> workerAgentIds, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(SettingWorkers(orchestratorAgentId, workerAgentIds), cancellationToken);

    /// <inheritdoc cref="SetWorkersAsync"/>
    public JsonObject SetWorkers(string orchestratorAgentId, IReadOnlyList<string> workerAgentIds, CancellationToken cancellationToken = default) =>
        _connection.Send(SettingWorkers(orchestratorAgentId, workerAgentIds), cancellationToken);

    /// <summary>Says which MCP servers an agent uses.</summary>
    /// <param name="orchestratorAgentId">The agent.</param>
    /// <param name="mcpServerIds">The servers' numbers: 1 to 20 different ones.</param>
    /// <param name="cancellationToken">Gives the call up; the topology may be set all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendValidationException">A value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> SetMcpServersAsync(
        string orchestratorAgentId, IReadOnlyList<long> mcpServerIds, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(SettingServers(orchestratorAgentId, mcpServerIds), cancellationToken);

    /// <inheritdoc cref="SetMcpServersAsync"/>
    public JsonObject SetMcpServers(string orchestratorAgentId, IReadOnlyList<long> mcpServerIds, CancellationToken cancellationToken = default) =>
        _connection.Send(SettingServers(orchestratorAgentId, mcpServerIds), cancellationToken);

    /// <summary>Stops an orchestrator and all that it leads, or tells what would be stopped. Needs a person's token.</summary>
    /// <param name="orchestratorId">The orchestrator.</param>
    /// <param name="reason">Why, in 1 to 1000 characters.</param>
    /// <param name="confirm">Whether to do it; if not, nothing is stopped.</param>
    /// <param name="cancellationToken">Gives the call up; the agents may be stopped all the same.</param>
    /// <exception cref="AscendValidationException">The reason is missing or too long; nothing was sent.</exception>
    /// <exception cref="AscendAuthorizationException">The token is not a person's.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<CascadeResult> CascadeKillAsync(
        string orchestratorId, string reason, bool confirm = false, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Cascading(orchestratorId, reason, confirm), cancellationToken);

    /// <inheritdoc cref="CascadeKillAsync"/>
    public CascadeResult CascadeKill(string orchestratorId, string reason, bool confirm = false, CancellationToken cancellationToken = default) =>
        _connection.Send(Cascading(orchestratorId, reason, confirm), cancellationToken);

    /// <summary>Tells all about a session.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such session.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<OrchestrationSession> GetSessionAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Reading(_session, sessionId), cancellationToken);

    /// <inheritdoc cref="GetSessionAsync"/>
    public OrchestrationSession GetSession(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.Send(Reading(_session, sessionId), cancellationToken);

    /// <summary>Tells the risk of a session.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such session.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<SessionRisk> GetSessionRiskAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Reading(_risk, sessionId), cancellationToken);

    /// <inheritdoc cref="GetSessionRiskAsync"/>
    public SessionRisk GetSessionRisk(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.Send(Reading(_risk, sessionId), cancellationToken);

    /// <summary>Tells how much is orchestrated.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetStatsAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_stats), cancellationToken);

    /// <inheritdoc cref="GetStatsAsync"/>
    public JsonObject GetStats(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_stats), cancellationToken);

    private ApiRequest<JsonObject> SettingWorkers(string orchestrator, IReadOnlyList<string> workers)
    {
        CheckTopology(orchestrator, workers, "worker_agent_ids");
        return Topology(_topology, orchestrator, "worker_agent_ids", new JsonArray([.. workers.Select(static id => JsonValue.Create(id))]));
    }

    private ApiRequest<JsonObject> SettingServers(string orchestrator, IReadOnlyList<long> servers)
    {
        CheckTopology(orchestrator, servers, "mcp_server_ids");
        return Topology(_mcpTopology, orchestrator, "mcp_server_ids", new JsonArray([.. servers.Select(static id => JsonValue.Create(id))]));
    }

    private static ApiRequest<JsonObject> Topology(ApiOperation<JsonObject> operation, string orchestrator, string name, JsonArray members) =>
        Requests.Change(operation, body: new CanonicalBody(new JsonObject { ["orchestrator_agent_id"] = orchestrator, [name] = members }));

    private static void CheckTopology<T>(string orchestrator, IReadOnlyList<T> members, string name)
    {
        ArgumentNullException.ThrowIfNull(members);
        var checks = default(FieldChecks);
        checks.RequireText(orchestrator, "orchestrator_agent_id");
        checks.Require(members.Count is >= 1 and <= MaxWorkers, name, "must have 1 to 20 members");
        checks.Require(members.Distinct().Count() == members.Count, name, "must not name one twice");
        checks.ThrowIfAny();
    }

    private ApiRequest<CascadeResult> Cascading(string orchestratorId, string reason, bool confirm)
    {
        var checks = default(FieldChecks);
        checks.RequireText(reason, "reason");
        checks.Require(reason is not { Length: > MaxReasonLength }, "reason", "must have at most 1000 characters");
        checks.ThrowIfAny();
        var body = new CanonicalBody(new JsonObject { ["reason"] = reason, ["confirm"] = confirm });
        return Requests.Change(_cascade, PathSegment.In(_cascade.Path, orchestratorId, "orchestrator_id"), body);
    }

    private static ApiRequest<T> Reading<T>(ApiOperation<T> operation, string sessionId) =>
        Requests.Read(operation, PathSegment.In(operation.Path, sessionId, "session_id"));
}
