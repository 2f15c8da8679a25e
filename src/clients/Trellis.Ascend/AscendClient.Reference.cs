using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <content>The methods that the API reference names.</content>
public sealed partial class AscendClient
{
    /// <summary>Registers the client's agent. Registering it again is no error. Contract section 2.6.</summary>
    /// <param name="registration">What the agent says about itself; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives the call up; the agent may be registered all the same.</param>
    /// <exception cref="AscendValidationException">The client has no agent id, or the server refused a value.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<RegisteredAgent> RegisterAsync(AgentRegistration? registration = null, CancellationToken cancellationToken = default) =>
        _registrar.RegisterAsync(registration, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="RegisterAsync"/>
    public RegisteredAgent Register(AgentRegistration? registration = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_registrar.RegisterAsync(registration, Transfer.Blocking, cancellationToken));

    /// <summary>
    /// Has an action evaluated and, while it is pending, waits for a decision. A denied action is a decision and no error. Contract
    /// sections 3.3 and 3.4.
    /// </summary>
    /// <param name="action">What the agent is about to do.</param>
    /// <param name="waitForDecision">Whether to wait while a person has to decide; if not, the decision can be pending.</param>
    /// <param name="timeout">
    /// How long to wait for it; <see langword="null"/> for the client's <see cref="AscendClientOptions.DecisionTimeout"/>.
    /// </param>
    /// <param name="cancellationToken">Gives the call up; the action may be evaluated all the same.</param>
    /// <exception cref="AscendKillSwitchException">The kill switch is on; nothing was sent.</exception>
    /// <exception cref="AscendValidationException">The action is not valid; known before anything is sent where possible.</exception>
    /// <exception cref="AscendAuthorizationException">The action failed a gate, such as an unregistered MCP server.</exception>
    /// <exception cref="AscendTimeoutException">
    /// Nobody decided in time, in any fail mode; or a request timed out, with <see cref="FailMode.Closed"/>.
    /// </exception>
    /// <exception cref="AscendException">The call failed. With <see cref="FailMode.Open"/> an unreachable server is no failure.</exception>
    public Task<AuthorizationDecision> EvaluateActionAsync(
        AgentAction action, bool waitForDecision = true, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _evaluator.EvaluateAsync(action, waitForDecision, timeout, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="EvaluateActionAsync(AgentAction, bool, TimeSpan?, CancellationToken)"/>
    public AuthorizationDecision EvaluateAction(
        AgentAction action, bool waitForDecision = true, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_evaluator.EvaluateAsync(action, waitForDecision, timeout, Transfer.Blocking, cancellationToken));

    /// <summary>
    /// Has an action of these parts alone evaluated, as
    /// <see cref="EvaluateActionAsync(AgentAction, bool, TimeSpan?, CancellationToken)"/> does.
    /// </summary>
    /// <param name="actionType">The kind of action, such as <c>database.query</c>.</param>
    /// <param name="resource">What is acted upon, such as <c>customers</c>.</param>
    /// <param name="parameters">The arguments of the action. Not changed, and must not change during the call.</param>
    /// <param name="waitForDecision">Whether to wait while a person has to decide.</param>
    /// <param name="timeout">How long; <see langword="null"/> for the client's <see cref="AscendClientOptions.DecisionTimeout"/>.</param>
    /// <param name="cancellationToken">Gives the call up; the action may be evaluated all the same.</param>
    /// <exception cref="AscendException">The call failed; see there.</exception>
    public Task<AuthorizationDecision> EvaluateActionAsync(
        string actionType,
        string resource,
        JsonObject? parameters = null,
        bool waitForDecision = true,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        EvaluateActionAsync(
            new AgentAction { ActionType = actionType, Resource = resource, Parameters = parameters }, waitForDecision, timeout, cancellationToken);

    /// <inheritdoc cref="EvaluateActionAsync(string, string, JsonObject, bool, TimeSpan?, CancellationToken)"/>
    public AuthorizationDecision EvaluateAction(
        string actionType,
        string resource,
        JsonObject? parameters = null,
        bool waitForDecision = true,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        EvaluateAction(
            new AgentAction { ActionType = actionType, Resource = resource, Parameters = parameters }, waitForDecision, timeout, cancellationToken);

    /// <summary>Tells how an action stands. Contract section 2.4.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such action.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AuthorizationDecision> GetActionStatusAsync(string actionId, CancellationToken cancellationToken = default) =>
        _evaluator.GetStatusAsync(actionId, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="GetActionStatusAsync"/>
    public AuthorizationDecision GetActionStatus(string actionId, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_evaluator.GetStatusAsync(actionId, Transfer.Blocking, cancellationToken));

    /// <summary>Waits until an action is decided: looks at once, and then every <see cref="AscendClientOptions.PollInterval"/>.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="timeout">How long; <see langword="null"/> for the client's <see cref="AscendClientOptions.DecisionTimeout"/>.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <exception cref="AscendTimeoutException">Nobody decided in time; the action stays pending.</exception>
    /// <exception cref="AscendKillSwitchException">The kill switch went on meanwhile.</exception>
    /// <exception cref="AscendNotFoundException">There is no such action.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AuthorizationDecision> WaitForDecisionAsync(
        string actionId, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _evaluator.WaitAsync(actionId, null, timeout, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="WaitForDecisionAsync"/>
    public AuthorizationDecision WaitForDecision(string actionId, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_evaluator.WaitAsync(actionId, null, timeout, Transfer.Blocking, cancellationToken));

    /// <summary>
    /// Reports that an action was carried out. A report that does not arrive throws nothing: the entry says
    /// <see cref="ActionLogEntry.LoggedLocally"/>. Contract section 2.5.
    /// </summary>
    /// <param name="actionId">The action.</param>
    /// <param name="result">What came of it; empty is not sent. Not changed.</param>
    /// <param name="duration">How long it took; less than a millisecond is not sent.</param>
    /// <param name="cancellationToken">Gives the call up; the report may have arrived all the same.</param>
    /// <exception cref="AscendValidationException">The action's id is blank.</exception>
    public Task<ActionLogEntry> LogActionCompletedAsync(
        string actionId, JsonObject? result = null, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        _reporter.CompletedAsync(actionId, result, duration, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="LogActionCompletedAsync"/>
    public ActionLogEntry LogActionCompleted(
        string actionId, JsonObject? result = null, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_reporter.CompletedAsync(actionId, result, duration, Transfer.Blocking, cancellationToken));

    /// <summary>
    /// Reports that an action failed. A report that does not arrive throws nothing: the entry says
    /// <see cref="ActionLogEntry.LoggedLocally"/>. Contract section 2.5.
    /// </summary>
    /// <param name="actionId">The action.</param>
    /// <param name="error">What went wrong: an object, or a text, which converts implicitly. Not changed.</param>
    /// <param name="duration">How long it took; less than a millisecond is not sent.</param>
    /// <param name="cancellationToken">Gives the call up; the report may have arrived all the same.</param>
    /// <exception cref="AscendValidationException">The action's id is blank.</exception>
    public Task<ActionLogEntry> LogActionFailedAsync(
        string actionId, JsonNode error, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        _reporter.FailedAsync(actionId, error, duration, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="LogActionFailedAsync"/>
    public ActionLogEntry LogActionFailed(
        string actionId, JsonNode error, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_reporter.FailedAsync(actionId, error, duration, Transfer.Blocking, cancellationToken));

    /// <summary>Tells how an approval request stands. Contract section 2.7.</summary>
    /// <param name="approvalRequestId">The request, from <see cref="AuthorizationDecision.ApprovalRequestId"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such request.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public async Task<ApprovalStatus> CheckApprovalAsync(string approvalRequestId, CancellationToken cancellationToken = default) =>
        ApprovalStatus.Of(
            await _connection.SendAsync(CheckingApproval(approvalRequestId), cancellationToken).ConfigureAwait(false), approvalRequestId);

    /// <inheritdoc cref="CheckApprovalAsync"/>
    public ApprovalStatus CheckApproval(string approvalRequestId, CancellationToken cancellationToken = default) =>
        ApprovalStatus.Of(_connection.Send(CheckingApproval(approvalRequestId), cancellationToken), approvalRequestId);

    /// <summary>Has the server tell an address what happens to the client's agent. Contract section 2.8.</summary>
    /// <param name="url">Where deliveries go; an https address.</param>
    /// <param name="events">What is delivered: at least one of <see cref="WebhookEvents"/>.</param>
    /// <param name="secret">With what deliveries are signed, for receivers to verify; <see langword="null"/> for the server's choice.</param>
    /// <param name="cancellationToken">Gives the call up; the webhook may have been made all the same.</param>
    /// <exception cref="AscendValidationException">The address or an event is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<WebhookSubscription> ConfigureWebhookAsync(
        string url, IReadOnlyList<string> events, Secret? secret = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ConfiguringWebhook(url, events, secret), cancellationToken);

    /// <inheritdoc cref="ConfigureWebhookAsync"/>
    public WebhookSubscription ConfigureWebhook(
        string url, IReadOnlyList<string> events, Secret? secret = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ConfiguringWebhook(url, events, secret), cancellationToken);

    /// <summary>
    /// Finds out whether the server answers and takes the key. What goes wrong stands in the result and is not thrown, save the caller's
    /// own cancellation. Contract section 2.9.
    /// </summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    public Task<ConnectionStatus> TestConnectionAsync(CancellationToken cancellationToken = default) =>
        _tester.TestAsync(Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="TestConnectionAsync"/>
    public ConnectionStatus TestConnection(CancellationToken cancellationToken = default) =>
        Transfer.Finish(_tester.TestAsync(Transfer.Blocking, cancellationToken));

    private ApiRequest<ApprovalBody> CheckingApproval(string approvalRequestId) =>
        Requests.Read(_operations.CheckApproval, PathSegment.In(_operations.CheckApproval.Path, approvalRequestId, "approval_request_id"));

    private ApiRequest<WebhookSubscription> ConfiguringWebhook(string url, IReadOnlyList<string> events, Secret? secret)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(events);
        WebhookChecks.Check(url, events);
        var body = new WebhookRegistration(url, events, _options.AgentId, secret?.Reveal());
        return Requests.Change(_operations.ConfigureWebhook, body: CanonicalBody.Of(body, AscendJsonContext.Default.WebhookRegistration));
    }
}
