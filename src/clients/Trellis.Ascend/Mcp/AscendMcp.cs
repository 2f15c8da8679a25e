using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Governs the tools of MCP servers. Reached through <see cref="AscendClient.Mcp"/>.
/// Contract section 2.12. Safe for concurrent use.
/// </summary>
public sealed partial class AscendMcp
{
    private readonly ApiConnection _connection;
    private readonly AscendClientOptions _options;
    private readonly ActionEvaluator _evaluator;
    private readonly ApiOperation<DecisionBody> _submit;
    private readonly ApiOperation<McpServer> _register;
    private readonly ApiOperation<McpServerList> _list;
    private readonly ApiOperation<McpServer> _get;
    private readonly ApiOperation<JsonObject> _activate;
    private readonly ApiOperation<JsonObject> _deactivate;
    private readonly ApiOperation<JsonObject> _delete;
    private readonly ApiOperation<McpDiscovery> _scan;
    private readonly ApiOperation<JsonObject> _health;
    private readonly ApiOperation<JsonObject> _status;

    internal AscendMcp(ApiConnection connection, AscendOperations operations, AscendClientOptions options, ActionEvaluator evaluator)
    {
        (_connection, _options, _evaluator) = (connection, options, evaluator);
        _submit = operations.Post<DecisionBody>("mcp.submit", "/api/v1/mcp/actions/submit");
        _register = operations.Post<McpServer>("mcp.register", "/api/registry/mcp-servers");
        _list = operations.Get<McpServerList>("mcp.list", "/api/registry/mcp-servers");
        _get = operations.Get<McpServer>("mcp.get", "/api/registry/mcp-servers/{server_name}");
        _activate = operations.Post<JsonObject>("mcp.activate", "/api/registry/mcp-servers/{server_name}/activate");
        _deactivate = operations.Post<JsonObject>("mcp.deactivate", "/api/registry/mcp-servers/{server_name}/deactivate");
        _delete = operations.Delete<JsonObject>("mcp.delete", "/api/registry/mcp-servers/{server_name}");
        _scan = operations.Post<McpDiscovery>("mcp.scan", "/api/authorization/mcp-discovery/scan-network");
        _health = operations.Get<JsonObject>("mcp.health", "/api/authorization/mcp-discovery/health-monitor");
        _status = operations.Get<JsonObject>("mcp.status", "/api/authorization/mcp-discovery/server-status");
    }

    /// <summary>
    /// Has the call of a tool evaluated. The kill switch, the checks and the fail mode are those of
    /// <see cref="AscendClient.EvaluateActionAsync(AgentAction, bool, TimeSpan?, CancellationToken)"/>.
    /// </summary>
    /// <param name="action">The call.</param>
    /// <param name="waitForDecision">Whether to wait while a person has to decide; if not, the decision can be pending.</param>
    /// <param name="timeout">
    /// How long to wait for it; <see langword="null"/> for the client's <see cref="AscendClientOptions.DecisionTimeout"/>.
    /// </param>
    /// <param name="cancellationToken">Gives the call up; the call of the tool may be evaluated all the same.</param>
    /// <exception cref="AscendKillSwitchException">The kill switch is on, or the MCP server is blocked; nothing was sent.</exception>
    /// <exception cref="AscendValidationException">The call is not valid; known before anything is sent where possible.</exception>
    /// <exception cref="AscendAuthorizationException">The server is not registered, or not active, or the tool is blocked.</exception>
    /// <exception cref="AscendTimeoutException">Nobody decided in time; or a request timed out, with <see cref="FailMode.Closed"/>.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AuthorizationDecision> EvaluateAsync(
        McpAction action, bool waitForDecision = false, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        EvaluateAsync(action, waitForDecision, timeout, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="EvaluateAsync(McpAction, bool, TimeSpan?, CancellationToken)"/>
    public AuthorizationDecision Evaluate(
        McpAction action, bool waitForDecision = false, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(EvaluateAsync(action, waitForDecision, timeout, Transfer.Blocking, cancellationToken));

    private ValueTask<AuthorizationDecision> EvaluateAsync(
        McpAction action, bool waitForDecision, TimeSpan? timeout, Transfer transfer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        var checks = default(FieldChecks);
        checks.RequireText(action.McpServer, "mcp_server");
        checks.RequireText(action.Namespace, "namespace");
        checks.RequireText(action.Verb, "verb");
        checks.RequireText(action.Resource, "resource");
        checks.ThrowIfAny();
        if (!action.UseMcpEndpoint)
        {
            return _evaluator.EvaluateAsync(action.ToAgentAction(), waitForDecision, timeout, transfer, cancellationToken);
        }

        var request = Requests.Change(_submit, body: new McpActionBody(action, _options), idempotencyKey: action.IdempotencyKey);
        return _evaluator.EvaluateAsync(
            new Submission(request, McpDecisionReader.Read, action.McpServer), waitForDecision, timeout, transfer, cancellationToken);
    }
}
