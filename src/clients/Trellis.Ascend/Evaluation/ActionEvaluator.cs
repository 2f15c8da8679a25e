using Microsoft.Extensions.Logging;
using static Trellis.FailureText;

namespace Trellis.Ascend;

/// <summary>The way of an action: kill switch, checks, submission, wait, fail mode. Contract sections 3.3 and 3.4. Safe for concurrent use.</summary>
internal sealed class ActionEvaluator(
    ApiConnection connection, AscendClientOptions options, AscendOperations operations, KillSwitchGate killSwitch, ILogger logger)
{
    public async ValueTask<AuthorizationDecision> EvaluateAsync(
        AgentAction action, bool waitForDecision, TimeSpan? timeout, Transfer transfer, CancellationToken cancellationToken)
    {
        killSwitch.ThrowIfBlocked();
        ActionChecks.Check(action);
        var decision = await SubmitAsync(action, transfer, cancellationToken).ConfigureAwait(false);
        killSwitch.ThrowIfBlocked();
        return waitForDecision && decision is { Decision: Decision.Pending, ActionId.Length: > 0 }
            ? await WaitAsync(decision.ActionId, decision, timeout, transfer, cancellationToken).ConfigureAwait(false)
            : decision;
    }

    public async ValueTask<AuthorizationDecision> GetStatusAsync(string actionId, Transfer transfer, CancellationToken cancellationToken) =>
        DecisionReader.Read(await ReadStatusAsync(actionId, transfer, cancellationToken).ConfigureAwait(false));

    /// <summary>Looks at once, and then again and again, until the action is decided.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="before">What is known about it; <see langword="null"/> for nothing.</param>
    /// <param name="timeout">How long; <see langword="null"/> for the client's.</param>
    /// <param name="transfer">The form of the call.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <exception cref="AscendTimeoutException">Nobody decided in time. It is thrown in every fail mode: who has to be asked was not.</exception>
    public async ValueTask<AuthorizationDecision> WaitAsync(
        string actionId, AuthorizationDecision? before, TimeSpan? timeout, Transfer transfer, CancellationToken cancellationToken)
    {
        var time = options.TimeProvider;
        var limit = timeout ?? options.DecisionTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, TimeSpan.Zero, nameof(timeout));
        var started = time.GetTimestamp();
        while (true)
        {
            var body = await ReadStatusAsync(actionId, transfer, cancellationToken).ConfigureAwait(false);
            killSwitch.ThrowIfBlocked();
            var decision = DecisionReader.Read(body, before);
            if (decision.Decision != Decision.Pending)
            {
                return decision;
            }

            var remaining = limit - time.GetElapsedTime(started);
            if (remaining <= TimeSpan.Zero)
            {
                throw NobodyDecided(decision, limit);
            }

            var delay = remaining < options.PollInterval ? remaining : options.PollInterval;
            await transfer.DelayAsync(time, delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<AuthorizationDecision> SubmitAsync(AgentAction action, Transfer transfer, CancellationToken cancellationToken)
    {
        var request = Requests.Change(operations.Submit, body: new ActionBody(action, options), idempotencyKey: action.IdempotencyKey);
        try
        {
            return DecisionReader.Read(await connection.SendAsync(request, transfer, cancellationToken).ConfigureAwait(false));
        }
        catch (AscendException exception) when (options.FailMode == FailMode.Open && IsUnreachable(exception))
        {
            AscendLog.FailedOpen(logger, exception.Message);
            return FailOpenDecision.Create(exception);
        }
    }

    private ValueTask<DecisionBody> ReadStatusAsync(string actionId, Transfer transfer, CancellationToken cancellationToken) =>
        connection.SendAsync(
            Requests.Read(operations.ActionStatus, $"/api/v1/actions/{PathSegment.Of(actionId, "action_id")}/status"), transfer, cancellationToken);

    private static bool IsUnreachable(AscendException exception) =>
        exception is AscendConnectionException or AscendTimeoutException or AscendCircuitOpenException or AscendServerException;

    private static AscendTimeoutException NobodyDecided(AuthorizationDecision decision, TimeSpan limit) => new(
        $"Nobody decided about action {decision.ActionId} within {Seconds(limit)} s. It stays pending: do not carry it out, and ask for its status later.",
        limit,
        new ErrorDetails { ErrorCode = AscendErrorCodes.Timeout, CorrelationId = decision.CorrelationId }) { PendingDecision = decision };
}
