using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <content>What the registry knows about agents.</content>
public sealed partial class AscendAgents
{
    /// <summary>Takes an agent out of the registry.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up; the agent may be gone all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such agent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> DeregisterAsync(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_deregister, PathOf(_deregister, agentId)), cancellationToken);

    /// <inheritdoc cref="DeregisterAsync"/>
    public JsonObject Deregister(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Read(_deregister, PathOf(_deregister, agentId)), cancellationToken);

    /// <summary>Lets a registered agent begin to act. Needs a person's token. Contract section 2.6.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up; the agent may be active all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such agent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> ActivateAsync(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Change(_activate, PathOf(_activate, agentId)), cancellationToken);

    /// <inheritdoc cref="ActivateAsync"/>
    public JsonObject Activate(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Change(_activate, PathOf(_activate, agentId)), cancellationToken);

    /// <summary>Stops an agent. Needs a person's token. Contract section 2.6.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives the call up; the agent may be stopped all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such agent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> SuspendAsync(string? agentId = null, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Suspending(agentId, reason), cancellationToken);

    /// <inheritdoc cref="SuspendAsync"/>
    public JsonObject Suspend(string? agentId = null, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Suspending(agentId, reason), cancellationToken);

    /// <summary>Stops an agent in an emergency, and leaves the reason in the record. Needs a person's token. Contract section 2.6.</summary>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up; the agent may be stopped all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendValidationException">The reason is blank; nothing was sent.</exception>
    /// <exception cref="AscendNotFoundException">There is no such agent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> EmergencySuspendAsync(string reason, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(EmergencySuspending(reason, agentId), cancellationToken);

    /// <inheritdoc cref="EmergencySuspendAsync"/>
    public JsonObject EmergencySuspend(string reason, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(EmergencySuspending(reason, agentId), cancellationToken);

    /// <summary>Says with which model an agent works. Contract section 2.14.</summary>
    /// <param name="modelId">The model's number in the registry; 1 or more.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up; the link may be made all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendValidationException">The model's number is less than 1; nothing was sent.</exception>
    /// <exception cref="AscendNotFoundException">There is no such agent or model.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> LinkModelAsync(long modelId, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Linking(modelId, agentId), cancellationToken);

    /// <inheritdoc cref="LinkModelAsync"/>
    public JsonObject LinkModel(long modelId, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Linking(modelId, agentId), cancellationToken);

    /// <summary>Reads the commands that wait for an agent; reading them counts as delivery. Contract section 2.10.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AgentCommandList> GetPendingCommandsAsync(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_commands, PathOf(_commands, agentId)), cancellationToken);

    /// <inheritdoc cref="GetPendingCommandsAsync"/>
    public AgentCommandList GetPendingCommands(string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Read(_commands, PathOf(_commands, agentId)), cancellationToken);

    /// <summary>Says that a command was carried out. Contract section 2.10.</summary>
    /// <param name="commandId">The command.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Gives the call up; the command may be acknowledged all the same.</param>
    /// <exception cref="AscendAuthorizationException">There is no such command for this agent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<CommandReceipt> AcknowledgeCommandAsync(string commandId, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Acknowledging(commandId, agentId), cancellationToken);

    /// <inheritdoc cref="AcknowledgeCommandAsync"/>
    public CommandReceipt AcknowledgeCommand(string commandId, string? agentId = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Acknowledging(commandId, agentId), cancellationToken);

    private ApiRequest<JsonObject> Suspending(string? agentId, string? reason) =>
        Requests.Change(_suspend, new Query(PathOf(_suspend, agentId)).Add("reason", reason).ToString());

    private ApiRequest<JsonObject> EmergencySuspending(string reason, string? agentId)
    {
        var checks = default(FieldChecks);
        checks.Require(!string.IsNullOrWhiteSpace(reason), "reason", "must not be blank");
        checks.ThrowIfAny();
        return Requests.Change(
            _emergencySuspend, PathOf(_emergencySuspend, agentId), new CanonicalBody(new JsonObject { ["reason"] = reason }));
    }

    private ApiRequest<JsonObject> Linking(long modelId, string? agentId)
    {
        var checks = default(FieldChecks);
        checks.Require(modelId >= 1, "model_id", "must be 1 or more");
        checks.ThrowIfAny();
        return new(_update, new CanonicalBody(new JsonObject { ["model_id"] = modelId }), Path: PathOf(_update, agentId));
    }

    private ApiRequest<CommandReceipt> Acknowledging(string commandId, string? agentId)
    {
        var path = PathOf(_deregister, agentId) + PathSegment.In(_acknowledge.Path, commandId, "command_id");
        return Requests.Change(_acknowledge, path, CanonicalBody.Empty);
    }
}
