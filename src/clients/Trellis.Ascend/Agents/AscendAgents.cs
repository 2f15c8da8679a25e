using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>
/// Agents: their health, their commands, their life. Reached through <see cref="AscendClient.Agents"/>. Where a method takes an agent's
/// id, <see langword="null"/> means the client's own. Safe for concurrent use.
/// </summary>
public sealed partial class AscendAgents : IDisposable
{
    private readonly object _gate = new();
    private readonly ApiConnection _connection;
    private readonly AscendClientOptions _options;
    private readonly ILogger _logger;
    private readonly ApiOperation<JsonObject> _deregister;
    private readonly ApiOperation<JsonObject> _update;
    private readonly ApiOperation<JsonObject> _activate;
    private readonly ApiOperation<JsonObject> _suspend;
    private readonly ApiOperation<JsonObject> _emergencySuspend;
    private readonly ApiOperation<AgentHealth> _health;
    private readonly ApiOperation<HeartbeatReceipt> _heartbeat;
    private readonly ApiOperation<HeartbeatReceipt> _heartbeatOnce;
    private readonly ApiOperation<AgentCommandList> _commands;
    private readonly ApiOperation<CommandReceipt> _acknowledge;
    private PeriodicWork? _heartbeats;

    internal AscendAgents(ApiConnection connection, AscendOperations operations, AscendClientOptions options, ILogger logger)
    {
        (_connection, _options, _logger) = (connection, options, logger);
        _deregister = operations.Delete<JsonObject>("agents.deregister", "/api/registry/agents/{agent_id}");
        _update = operations.Put<JsonObject>("agents.update", "/api/registry/agents/{agent_id}");
        _activate = operations.Post<JsonObject>("agents.activate", "/api/registry/agents/{agent_id}/activate");
        _suspend = operations.Post<JsonObject>("agents.suspend", "/api/registry/agents/{agent_id}/suspend");
        _emergencySuspend = operations.Post<JsonObject>("agents.emergency_suspend", "/api/registry/agents/{agent_id}/emergency-suspend");
        _health = operations.Get<AgentHealth>("agents.health", "/api/agents/health/{agent_id}");
        _heartbeat = operations.Post<HeartbeatReceipt>("agents.heartbeat", "/api/agents/health/heartbeat");
        _heartbeatOnce = operations.PostOnce<HeartbeatReceipt>("agents.heartbeat", _heartbeat.Path);
        _commands = operations.Get<AgentCommandList>("agents.commands", "/api/registry/agents/{agent_id}/commands");
        _acknowledge = operations.Post<CommandReceipt>("agents.acknowledge", "/commands/{command_id}/ack");
    }

    /// <summary>Tells how an agent is. Contract section 2.10.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such agent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AgentHealth> GetStatusAsync(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_health, PathOf(_health, agentId)), cancellationToken);

    /// <inheritdoc cref="GetStatusAsync"/>
    public AgentHealth GetStatus(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Read(_health, PathOf(_health, agentId)), cancellationToken);

    /// <summary>Says once that the client's agent is alive. Contract section 2.10.</summary>
    /// <param name="heartbeat">What there is to say about it; <see langword="null"/> for nothing more.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendValidationException">The client has no agent id, or a value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<HeartbeatReceipt> HeartbeatAsync(Heartbeat? heartbeat = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Change(_heartbeat, body: Body(heartbeat)), cancellationToken);

    /// <inheritdoc cref="HeartbeatAsync"/>
    public HeartbeatReceipt Heartbeat(Heartbeat? heartbeat = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Change(_heartbeat, body: Body(heartbeat)), cancellationToken);

    /// <summary>
    /// Says again and again in the background that the client's agent is alive, at once for the first time, until
    /// <see cref="StopHeartbeat"/> or the client's disposal. What does not arrive is logged. While it goes on, calling this again changes
    /// nothing.
    /// </summary>
    /// <param name="interval">The wait between two; more than zero; <see langword="null"/> for 60 seconds.</param>
    /// <param name="measure">Tells each time what there is to say; <see langword="null"/> for nothing more.</param>
    /// <exception cref="AscendValidationException">The client has no agent id, or the interval is not more than zero.</exception>
    public void StartHeartbeat(TimeSpan? interval = null, Func<Heartbeat>? measure = null)
    {
        AgentIds.Choose(null, _options);
        var wait = interval ?? AscendDefaults.HeartbeatInterval;
        var checks = default(FieldChecks);
        checks.Require(wait > TimeSpan.Zero, "interval", "must be more than zero");
        checks.ThrowIfAny();
        lock (_gate)
        {
            _heartbeats ??= new PeriodicWork(_options.TimeProvider, TimeSpan.Zero, wait, token => BeatAsync(measure, token));
        }
    }

    /// <summary>Ends what <see cref="StartHeartbeat"/> began.</summary>
    public void StopHeartbeat()
    {
        lock (_gate)
        {
            _heartbeats?.Dispose();
            _heartbeats = null;
        }
    }

    /// <summary>Ends the heartbeats; the client does it too.</summary>
    public void Dispose() => StopHeartbeat();

    private async Task BeatAsync(Func<Heartbeat>? measure, CancellationToken cancellationToken)
    {
        try
        {
            // One that is late says nothing that the next one does not say, so it is not retried.
            var request = new ApiRequest<HeartbeatReceipt>(_heartbeatOnce, Body(measure?.Invoke()));
            await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            AscendLog.HeartbeatFailed(_logger, AscendLog.Describe(exception));
        }
    }

    private RequestBody Body(Heartbeat? heartbeat)
    {
        var agentId = AgentIds.Choose(null, _options);
        var checks = default(FieldChecks);
        checks.Require(heartbeat?.ErrorRate is null or (>= 0 and <= 1), "error_rate", "must be from 0 to 1");
        checks.ThrowIfAny();
        var body = new HeartbeatBody(
            agentId,
            AscendDefaults.SdkVersion,
            WireTime.Format(_options.TimeProvider.GetUtcNow()),
            heartbeat?.ResponseTimeMs,
            heartbeat?.ErrorRate,
            heartbeat?.RequestsCount);
        return CanonicalBody.Of(body, AscendJsonContext.Default.HeartbeatBody);
    }

    private string PathOf<T>(ApiOperation<T> operation, string? agentId) =>
        PathSegment.In(operation.Path, AgentIds.Choose(agentId, _options), "agent_id");
}
