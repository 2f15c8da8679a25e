using Microsoft.Extensions.Logging;
using static Trellis.FailureText;

namespace Trellis.Ascend;

/// <summary>The way of an action: kill switch, checks, submission, wait, fail mode. Contract sections 3.3 and 3.4. Safe for concurrent use.</summary>
internal sealed class ActionEvaluator(
    ApiConnection connection, AscendClientOptions options, AscendOperations operations, KillSwitchGate killSwitch, ILogger logger)
{
    private static readonly Func<DecisionBody, AuthorizationDecision> ReadDecision = static body => DecisionReader.Read(body);

    public ValueTask<AuthorizationDecision> EvaluateAsync(
        AgentAction action,
        bool waitForDecision,
        TimeSpan? timeout,
        Transfer transfer,
        CancellationToken cancellationToken,
        TimeSpan? interval = null,
        Action<AuthorizationDecision>? whenPending = null)
    {
        killSwitch.ThrowIfBlocked();
        ActionChecks.Check(action);
        var request = Requests.Change(operations.Submit, body: new ActionBody(action, options), idempotencyKey: action.IdempotencyKey);
        var submission = new Submission(request, ReadDecision, action.McpServerName);
        return EvaluateAsync(submission, waitForDecision, timeout, transfer, cancellationToken, interval, whenPending);
    }

    /// <summary>Submits what was checked already.</summary>
    public async ValueTask<AuthorizationDecision> EvaluateAsync(
        Submission submission,
        bool waitForDecision,
        TimeSpan? timeout,
        Transfer transfer,
        CancellationToken cancellationToken,
        TimeSpan? interval = null,
        Action<AuthorizationDecision>? whenPending = null)
    {
        killSwitch.ThrowIfBlocked(submission.McpServer);
        ThrowIfNegative(timeout);
        var decision = await SubmitAsync(submission, transfer, cancellationToken).ConfigureAwait(false);
        killSwitch.ThrowIfBlocked(submission.McpServer);
        if (!waitForDecision || decision is not { Decision: Decision.Pending, ActionId.Length: > 0 })
        {
            return decision;
        }

        whenPending?.Invoke(decision);
        return await WaitAsync(decision.ActionId, decision, timeout, transfer, cancellationToken, interval).ConfigureAwait(false);
    }

    public async ValueTask<AuthorizationDecision> GetStatusAsync(string actionId, Transfer transfer, CancellationToken cancellationToken) =>
        DecisionReader.Read(await ReadStatusAsync(actionId, TimeSpan.Zero, transfer, cancellationToken).ConfigureAwait(false));

    /// <summary>Looks at once, and then again and again, until the action is decided.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="before">What is known about it; <see langword="null"/> for nothing.</param>
    /// <param name="timeout">How long; <see langword="null"/> for the client's.</param>
    /// <param name="transfer">The form of the call.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <param name="interval">The wait between two looks; <see langword="null"/> for the client's.</param>
    /// <exception cref="AscendTimeoutException">Nobody decided in time. It is thrown in every fail mode: who has to be asked was not.</exception>
    public async ValueTask<AuthorizationDecision> WaitAsync(
        string actionId,
        AuthorizationDecision? before,
        TimeSpan? timeout,
        Transfer transfer,
        CancellationToken cancellationToken,
        TimeSpan? interval = null)
    {
        var time = options.TimeProvider;
        var limit = timeout ?? options.DecisionTimeout;
        ThrowIfNegative(timeout);
        var started = time.GetTimestamp();
        while (true)
        {
            var pause = Shorter(interval ?? options.PollInterval, limit - time.GetElapsedTime(started));
            var asked = time.GetTimestamp();
            var body = await ReadStatusAsync(actionId, pause, transfer, cancellationToken).ConfigureAwait(false);
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

            // A server that knows the preference has waited for us, and whatever time it has not taken is waited here.
            var rest = Shorter((interval ?? options.PollInterval) - time.GetElapsedTime(asked), remaining);
            if (rest > TimeSpan.Zero)
            {
                await transfer.DelayAsync(time, rest, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<AuthorizationDecision> SubmitAsync(Submission submission, Transfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            return submission.Read(await connection.SendAsync(submission.Request, transfer, cancellationToken).ConfigureAwait(false));
        }
        catch (AscendException exception) when (options.FailMode == FailMode.Open && IsUnreachable(exception))
        {
            AscendLog.FailedOpen(logger, AscendLog.Describe(exception));
            return FailOpenDecision.Create(exception);
        }
    }

    private ValueTask<DecisionBody> ReadStatusAsync(string actionId, TimeSpan patience, Transfer transfer, CancellationToken cancellationToken) =>
        connection.SendAsync(
            Requests.Read(operations.ActionStatus, PathSegment.In(operations.ActionStatus.Path, actionId, "action_id")) with
            {
                Overrides = WaitPreference.Of(Shorter(patience, options.AttemptTimeout / 2)),
            },
            transfer,
            cancellationToken);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void ThrowIfNegative(TimeSpan? timeout) =>
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout ?? TimeSpan.Zero, TimeSpan.Zero, nameof(timeout));

    private static bool IsUnreachable(AscendException exception) =>
        exception is AscendConnectionException or AscendTimeoutException or AscendCircuitOpenException or AscendServerException;

    private static AscendTimeoutException NobodyDecided(AuthorizationDecision decision, TimeSpan limit) => new(
        $"Nobody decided about action {decision.ActionId} within {Seconds(limit)} s. " +
        "It stays pending: do not carry it out, and ask for its status later.",
        limit,
        new ErrorDetails { ErrorCode = AscendErrorCodes.Timeout, CorrelationId = decision.CorrelationId }) { PendingDecision = decision };
}
