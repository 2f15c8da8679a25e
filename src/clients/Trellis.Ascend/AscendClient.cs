using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>
/// The client of the ASCEND governance API: what an agent is about to do is evaluated first. Every operation has an asynchronous and a
/// synchronous form. Make one and keep it: it is safe for concurrent use, holds the connections, the circuit breaker and what is known
/// about the kill switch. Dispose it at the end; an <see cref="HttpClient"/> that was given stays the caller's.
/// </summary>
public sealed partial class AscendClient : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly AscendClientOptions _options;
    private readonly AscendOperations _operations;
    private readonly CircuitBreaker? _breaker;
    private readonly ILoggerFactory? _debugLogging;
    private readonly ActionEvaluator _evaluator;
    private readonly OutcomeReporter _reporter;
    private readonly AgentRegistrar _registrar;
    private readonly ConnectionTester _tester;
    private readonly BulkEvaluator _bulk;

    /// <summary>Creates a client from the environment alone (<c>ASCEND_API_KEY</c>, <c>ASCEND_API_URL</c>, …).</summary>
    /// <exception cref="AscendAuthenticationException">There is no key.</exception>
    /// <exception cref="AscendConfigurationException">A variable cannot be read, or the address is neither https nor this machine.</exception>
    public AscendClient()
        : this(AscendClientOptions.FromEnvironment())
    {
    }

    /// <summary>Creates a client with a key; the rest comes from the environment.</summary>
    /// <param name="apiKey">The API key or a person's token: a text, or a <see cref="TokenSource"/>.</param>
    /// <param name="agentId">The agent that acts; <see langword="null"/> for <c>ASCEND_AGENT_ID</c>.</param>
    /// <param name="agentName">The agent's name for people; <see langword="null"/> for <c>ASCEND_AGENT_NAME</c>, and else its id.</param>
    /// <exception cref="AscendAuthenticationException">The key is empty.</exception>
    /// <exception cref="AscendConfigurationException">A variable cannot be read, or the address is neither https nor this machine.</exception>
    public AscendClient(TokenSource apiKey, string? agentId = null, string? agentName = null)
        : this(WithKey(apiKey, agentId, agentName))
    {
    }

    /// <summary>Creates a client from options alone; the environment is not read.</summary>
    /// <param name="options">Checked and copied.</param>
    /// <param name="httpClient">
    /// The client to send with, which stays the caller's; its base address, headers, timeout and TLS settings are its own. It should not
    /// follow redirects, since they would carry the key along. <see langword="null"/> to make one.
    /// </param>
    /// <exception cref="AscendAuthenticationException">There is no key, or it is empty.</exception>
    /// <exception cref="AscendConfigurationException">An option must not be as it is.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AscendClient(AscendClientOptions options, HttpClient? httpClient = null)
        : this(httpClient, options)
    {
    }

    internal AscendClient(HttpMessageInvoker? invoker, AscendClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Copy();
        OptionChecks.Check(_options);
        _debugLogging = DebugLogging.Create(_options);
        _options.LoggerFactory = _debugLogging ?? _options.LoggerFactory;
        _breaker = _options.EnableCircuitBreaker
            ? new(_options.CircuitBreakerThreshold, _options.CircuitBreakerTimeout, AscendDefaults.CircuitBreakerSuccesses, _options.TimeProvider)
            : null;
        _connection = new ApiConnection(new AscendProtocol(_options), _options, invoker, _breaker);
        _operations = _options.StrictResponses ? AscendOperations.Strict : AscendOperations.Tolerant;
        var logger = Logger = _options.LoggerFactory.CreateLogger("ascend");
        var killSwitch = new KillSwitchGate();
        _evaluator = new(_connection, _options, _operations, killSwitch, logger);
        _reporter = new(_connection, _options, _operations, logger);
        _registrar = new(_connection, _options, _operations);
        _tester = new(_connection, _options, _operations);
        _bulk = new(_evaluator);
        KillSwitch = new(_connection, _operations, _options.TimeProvider, killSwitch, logger);
        Agents = new(_connection, _operations, _options, logger);
        Actions = new(_connection, _operations);
        Approvals = new(_connection, _operations);
        Policies = new(_connection, _operations);
        Webhooks = new(_connection, _operations);
        Audit = new(_connection, _operations);
        Mcp = new(_connection, _operations, _options, _evaluator);
        Orchestration = new(_connection, _operations);
        OutputFilter = new(_connection, _operations, _options);
        SupplyChain = new(_connection, _operations);
        Alerts = new(_connection, _operations);
        Resources = new(_connection, _operations);
    }

    /// <summary>The switch that stops all agents at once.</summary>
    public AscendKillSwitch KillSwitch { get; }

    /// <summary>Agents: their health, their commands, their life.</summary>
    public AscendAgents Agents { get; }

    /// <summary>What agents did and wanted to do.</summary>
    public AscendActions Actions { get; }

    /// <summary>What people decide; needs a person's token.</summary>
    public AscendApprovals Approvals { get; }

    /// <summary>The organisation's policies.</summary>
    public AscendPolicies Policies { get; }

    /// <summary>Webhooks that are configured.</summary>
    public AscendWebhooks Webhooks { get; }

    /// <summary>What was recorded about all that happened.</summary>
    public AscendAudit Audit { get; }

    /// <summary>The tools of MCP servers.</summary>
    public AscendMcp Mcp { get; }

    /// <summary>Agents that lead other agents.</summary>
    public AscendOrchestration Orchestration { get; }

    /// <summary>What agents say, looked through before anybody reads it.</summary>
    public AscendOutputFilter OutputFilter { get; }

    /// <summary>What agents are made of.</summary>
    public AscendSupplyChain SupplyChain { get; }

    /// <summary>Alerts.</summary>
    public AscendAlerts Alerts { get; }

    /// <summary>What is known about resources.</summary>
    public AscendResources Resources { get; }

    /// <summary>What the circuit breaker does with the next attempt; <see cref="CircuitState.Closed"/> when there is none.</summary>
    public CircuitState CircuitState => _breaker?.State ?? CircuitState.Closed;

    /// <summary>The client's clock.</summary>
    internal TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>Closes the circuit and forgets the failures that were counted.</summary>
    public void ResetCircuit() => _breaker?.Reset();

    /// <summary>
    /// Sends a request that this version has no method for, with the whole pipeline behind it: the key and the signature are added,
    /// failures are retried and become the same exceptions.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base URL, with its leading slash and, if need be, a query. Not a whole address.</param>
    /// <param name="body">The members to send; not changed. <see langword="null"/> for no body.</param>
    /// <param name="options">How the call is treated; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The answer's object; an answer <c>v</c> that is not an object comes as <c>{"value": v}</c>.</returns>
    /// <exception cref="ArgumentException">The path would lead to another host.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> RequestAsync(
        HttpMethod method, string path, JsonObject? body = null, AscendRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requesting(method, path, body, options), cancellationToken);

    /// <inheritdoc cref="RequestAsync"/>
    public JsonObject Request(
        HttpMethod method, string path, JsonObject? body = null, AscendRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requesting(method, path, body, options), cancellationToken);

    /// <summary>Ends what goes on in the background, and closes the connections that the client opened itself.</summary>
    public void Dispose()
    {
        KillSwitch.Dispose();
        Agents.Dispose();
        _connection.Dispose();
        _debugLogging?.Dispose();
    }

    /// <summary>Hears what the client does of its own accord.</summary>
    internal ILogger Logger { get; }

    /// <summary>Has an action evaluated and waits for a decision, with a wait of its own between two looks.</summary>
    internal ValueTask<AuthorizationDecision> EvaluateAsync(
        AgentAction action,
        TimeSpan timeout,
        TimeSpan interval,
        Action<AuthorizationDecision> whenPending,
        Transfer transfer,
        CancellationToken cancellationToken) =>
        _evaluator.EvaluateAsync(action, waitForDecision: true, timeout, transfer, cancellationToken, interval, whenPending);

    private static AscendClientOptions WithKey(TokenSource apiKey, string? agentId, string? agentName)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        var options = AscendClientOptions.FromEnvironment();
        options.ApiKey = apiKey;
        options.AgentId = agentId ?? options.AgentId;
        options.AgentName = agentName ?? options.AgentName;
        return options;
    }

    private static ApiRequest<JsonObject> Requesting(HttpMethod method, string path, JsonObject? body, AscendRequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);

        // RFC 9110 section 9.2.2.
        var repeatable = method != HttpMethod.Post && method != HttpMethod.Patch;
        var key = options?.IdempotencyKey ?? (repeatable ? null : Correlation.NewUuid().ToString());
        return new(AscendOperations.Raw(method, path, repeatable), body is null ? null : new CanonicalBody(body), IdempotencyKey: key);
    }
}
