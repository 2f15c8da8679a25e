using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>
/// The switch that stops all agents at once. Reached through <see cref="AscendClient.KillSwitch"/>. While it is on, evaluating throws
/// <see cref="AscendKillSwitchException"/> and sends nothing, whatever the fail mode. Contract section 6.8. Safe for concurrent use.
/// </summary>
public sealed class AscendKillSwitch : IDisposable
{
    private const int ShortestReason = 10;

    private readonly ApiConnection _connection;
    private readonly KillSwitchGate _gate;
    private readonly KillSwitchPoller _poller;
    private readonly ApiOperation<KillSwitchStatus> _status;
    private readonly ApiOperation<KillSwitchStatus> _trigger;
    private readonly ApiOperation<KillSwitchStatus> _release;

    internal AscendKillSwitch(ApiConnection connection, AscendOperations operations, TimeProvider time, KillSwitchGate gate, ILogger logger)
    {
        (_connection, _gate) = (connection, gate);
        _status = operations.Get<KillSwitchStatus>("kill_switch.status", "/api/sdk/kill-switch/status");
        _trigger = operations.Post<KillSwitchStatus>("kill_switch.trigger", "/api/billing/kill-switch/{organization_id}/trigger");
        _release = operations.Post<KillSwitchStatus>("kill_switch.release", "/api/billing/kill-switch/{organization_id}/release");

        // A poll that fails is one that was missed; the next one is its retry.
        _poller = new(connection, operations.GetOnce<KillSwitchStatus>("kill_switch.poll", _status.Path), time, gate, logger);
    }

    /// <summary>Whether the client evaluates nothing: the organisation or the agent is stopped, or the switch cannot be read.</summary>
    public bool IsBlocked => _gate.Reason is not null;

    /// <summary>Why; <see langword="null"/> while <see cref="IsBlocked"/> is <see langword="false"/>.</summary>
    public string? BlockReason => _gate.Reason;

    /// <summary>Whether the switch is read again and again.</summary>
    public bool IsPolling => _poller.IsRunning;

    /// <summary>
    /// Reads the switch at once and then again and again in the background, until <see cref="StopPolling"/> or the client's disposal.
    /// Failures are not thrown: after three in a row the client blocks itself, and the next success unblocks it. While polling is on,
    /// calling this again reads the switch once and keeps the interval.
    /// </summary>
    /// <param name="interval">The wait between two looks; <see langword="null"/> for 5 seconds.</param>
    /// <param name="cancellationToken">Gives the first look up.</param>
    public Task StartPollingAsync(TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        _poller.StartAsync(interval ?? AscendDefaults.KillSwitchInterval, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="StartPollingAsync"/>
    public void StartPolling(TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_poller.StartAsync(interval ?? AscendDefaults.KillSwitchInterval, Transfer.Blocking, cancellationToken));

    /// <summary>Ends the polling. What was read last stays known.</summary>
    public void StopPolling() => _poller.Dispose();

    /// <summary>Reads the organisation's switch. What it says changes nothing in the client; polling does.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<KillSwitchStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_status), cancellationToken);

    /// <inheritdoc cref="GetStatusAsync"/>
    public KillSwitchStatus GetStatus(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_status), cancellationToken);

    /// <summary>Stops all agents of the organisation. Needs a person's token.</summary>
    /// <param name="organizationId">The organisation; 1 or more.</param>
    /// <param name="reason">Why, in at least 10 characters.</param>
    /// <param name="cancellationToken">Gives the call up; the switch may be on all the same.</param>
    /// <exception cref="AscendValidationException">A value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<KillSwitchStatus> TriggerAsync(long organizationId, string reason, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Switching(_trigger, organizationId, reason), cancellationToken);

    /// <inheritdoc cref="TriggerAsync"/>
    public KillSwitchStatus Trigger(long organizationId, string reason, CancellationToken cancellationToken = default) =>
        _connection.Send(Switching(_trigger, organizationId, reason), cancellationToken);

    /// <summary>Lets the organisation's agents act again. Needs a person's token.</summary>
    /// <param name="organizationId">The organisation; 1 or more.</param>
    /// <param name="reason">Why, in at least 10 characters.</param>
    /// <param name="cancellationToken">Gives the call up; the switch may be off all the same.</param>
    /// <exception cref="AscendValidationException">A value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<KillSwitchStatus> ReleaseAsync(long organizationId, string reason, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Switching(_release, organizationId, reason), cancellationToken);

    /// <inheritdoc cref="ReleaseAsync"/>
    public KillSwitchStatus Release(long organizationId, string reason, CancellationToken cancellationToken = default) =>
        _connection.Send(Switching(_release, organizationId, reason), cancellationToken);

    /// <summary>
    /// Does what a kill-switch message says: blocks or unblocks the agent or an MCP server in this client. Nothing is sent. A message that
    /// is malformed, or about something else, is ignored. Contract section 2.12.
    /// </summary>
    /// <param name="message">The message; not changed.</param>
    /// <returns>Whether it said something.</returns>
    public bool Apply(JsonObject message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return KillSwitchMessage.Apply(message, _gate);
    }

    /// <summary>Whether a message has blocked an MCP server.</summary>
    /// <param name="name">The server's name, in any case.</param>
    public bool IsMcpServerBlocked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _gate.IsServerBlocked(name, out _);
    }

    /// <summary>Ends the polling; the client does it too.</summary>
    public void Dispose() => StopPolling();

    private static ApiRequest<KillSwitchStatus> Switching(ApiOperation<KillSwitchStatus> operation, long organizationId, string reason)
    {
        var checks = default(FieldChecks);
        checks.Require(organizationId >= 1, "organization_id", "must be 1 or more");
        checks.Require(reason?.Trim().Length >= ShortestReason, "reason", "must have at least 10 characters");
        checks.ThrowIfAny();
        var path = PathSegment.In(operation.Path, FormattableString.Invariant($"{organizationId}"), "organization_id");
        return Requests.Change(operation, path, new CanonicalBody(new JsonObject { ["reason"] = reason }));
    }
}
