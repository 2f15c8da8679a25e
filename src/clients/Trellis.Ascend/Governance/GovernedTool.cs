using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// A tool that runs only when it may: each call is evaluated first, waited for while a person has to decide, and reported afterwards. What
/// it is called with is shown to that person without secrets. Contract section 8. Safe for concurrent use if the tool is.
/// </summary>
public sealed class GovernedTool
{
    private const string GovernanceVersion = "2.0.0";

    private readonly AscendClient _client;

    /// <summary>Puts a tool under governance.</summary>
    /// <param name="client">Evaluates and reports; stays the caller's.</param>
    /// <param name="name">The tool's name.</param>
    /// <param name="actionType">The kind of action that a call of it is.</param>
    /// <param name="resource">What it acts upon.</param>
    public GovernedTool(AscendClient client, string name, string actionType, string resource)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (_client, Name, ActionType, Resource) = (client, name, actionType, resource);
    }

    /// <summary>The tool's name.</summary>
    public string Name { get; }

    /// <summary>The kind of action that a call of it is.</summary>
    public string ActionType { get; }

    /// <summary>What it acts upon.</summary>
    public string Resource { get; }

    /// <summary>How dangerous it is held to be; a hint, which the server may take as a reason to be stricter.</summary>
    public RiskLevel? RiskLevel { get; init; }

    /// <summary>Whether a person has to decide about every call.</summary>
    public bool RequireHumanApproval { get; init; }

    /// <summary>Whatever else there is to say about it. Not changed.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>How long to wait for a person.</summary>
    /// <value>300 seconds.</value>
    public TimeSpan ApprovalTimeout { get; init; } = AscendDefaults.McpApprovalTimeout;

    /// <summary>The wait between two looks at whether somebody has decided.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan PollInterval { get; init; } = AscendDefaults.McpPollInterval;

    /// <summary>Hears that a call is allowed, before the tool runs.</summary>
    /// <remarks>What a callback throws is logged by its type and changes nothing. It runs before the call goes on, so it should be short.</remarks>
    public Action<AuthorizationDecision>? OnAllowed { get; init; }

    /// <summary>Hears that a call is denied, at once or by a person.</summary>
    /// <inheritdoc cref="OnAllowed" path="/remarks"/>
    public Action<AuthorizationDecision>? OnDenied { get; init; }

    /// <summary>Hears that a person has to decide, before the wait for it.</summary>
    /// <inheritdoc cref="OnAllowed" path="/remarks"/>
    public Action<AuthorizationDecision>? OnApprovalRequired { get; init; }

    /// <summary>Hears that nobody decided within <see cref="ApprovalTimeout"/>, where there was a wait at all.</summary>
    /// <inheritdoc cref="OnAllowed" path="/remarks"/>
    public Action<AuthorizationDecision>? OnTimeout { get; init; }

    /// <summary>Whether each decision is logged, as event 105 of the category <c>ascend</c>.</summary>
    /// <value><see langword="true"/>.</value>
    public bool LogDecisions { get; init; } = true;

    /// <summary>Runs the tool if it may run.</summary>
    /// <param name="arguments">What it is called with, as it is shown to whoever decides. Not changed.</param>
    /// <param name="tool">The tool itself. What it throws is reported and passes through.</param>
    /// <param name="cancellationToken">Gives the evaluation or the tool up.</param>
    /// <returns>What the tool returns.</returns>
    /// <exception cref="AscendAuthorizationException">The call was denied; the tool did not run.</exception>
    /// <exception cref="AscendTimeoutException">Nobody decided in time; the tool did not run.</exception>
    /// <exception cref="AscendException">The call could not be evaluated; the tool did not run.</exception>
    public async Task<T> RunAsync<T>(JsonObject arguments, Func<CancellationToken, Task<T>> tool, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var decision = await EvaluateAsync(arguments, Transfer.Async, cancellationToken).ConfigureAwait(false);
        var started = _client.TimeProvider.GetTimestamp();
        T result;
        try
        {
            result = await tool(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Cancelled or not, what happened is to be reported.
            await _client
                .LogActionFailedAsync(decision.ActionId, Report(exception), Elapsed(started), CancellationToken.None)
                .ConfigureAwait(false);
            throw;
        }

        await _client
            .LogActionCompletedAsync(decision.ActionId, Report(result is not null), Elapsed(started), CancellationToken.None)
            .ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc cref="RunAsync"/>
    public T Run<T>(JsonObject arguments, Func<T> tool, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var decision = Transfer.Finish(EvaluateAsync(arguments, Transfer.Blocking, cancellationToken));
        var started = _client.TimeProvider.GetTimestamp();
        T result;
        try
        {
            result = tool();
        }
        catch (Exception exception)
        {
            _client.LogActionFailed(decision.ActionId, Report(exception), Elapsed(started), CancellationToken.None);
            throw;
        }

        _client.LogActionCompleted(decision.ActionId, Report(result is not null), Elapsed(started), CancellationToken.None);
        return result;
    }

    /// <returns>The decision that allows the call.</returns>
    private async ValueTask<AuthorizationDecision> EvaluateAsync(JsonObject arguments, Transfer transfer, CancellationToken cancellationToken)
    {
        AuthorizationDecision decision;
        try
        {
            decision = await _client
                .EvaluateAsync(Action(arguments), ApprovalTimeout, PollInterval, WhenPending, transfer, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AscendTimeoutException exception) when (exception.PendingDecision is not null && ApprovalTimeout > TimeSpan.Zero)
        {
            Tell(OnTimeout, exception.PendingDecision, "undecided");
            throw;
        }

        if (decision is not { Decision: Decision.Allowed, ExecutionAllowed: true })
        {
            Tell(OnDenied, decision, "denied");
            throw Denial(decision);
        }

        Tell(OnAllowed, decision, "allowed");
        return decision;
    }

    private void WhenPending(AuthorizationDecision decision) => Tell(OnApprovalRequired, decision, "pending");

    private void Tell(Action<AuthorizationDecision>? callback, AuthorizationDecision decision, string word)
    {
        if (LogDecisions)
        {
            AscendLog.ToolDecided(_client.Logger, Name, decision.ActionId, word);
        }

        try
        {
            callback?.Invoke(decision);
        }
        catch (Exception exception)
        {
            // Whoever only listens must not decide whether the tool runs.
            AscendLog.CallbackFailed(_client.Logger, Name, AscendLog.Describe(exception));
        }
    }

    private static AscendAuthorizationException Denial(AuthorizationDecision decision) =>
        new(
            $"Action {decision.ActionId} was denied, so the tool did not run: {FailureText.Sentence(decision.Reason ?? "")}",
            decision.PolicyViolations,
            decision.RiskScore,
            details: new ErrorDetails { ErrorCode = AscendErrorCodes.McpActionDenied, CorrelationId = decision.CorrelationId });

    private static JsonObject Report(bool hasResult) => new() { ["success"] = true, ["has_result"] = hasResult };

    private static string Report(Exception exception) => AscendRedaction.Redactor.Redact(exception.Message);

    private TimeSpan Elapsed(long started) => _client.TimeProvider.GetElapsedTime(started);

    private AgentAction Action(JsonObject arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var shown = ArgumentRedaction.Redact(arguments);
        var context = new JsonObject
        {
            ["source"] = "mcp_server",
            ["governance_version"] = GovernanceVersion,
            ["tool_name"] = Name,
            ["arguments"] = new JsonObject { ["positional_count"] = 0, ["keyword_args"] = shown.DeepClone() },
        };
        if (Metadata is not null)
        {
            context["metadata"] = Metadata.DeepClone();
        }

        if (RiskLevel is { } level)
        {
            context["risk_level"] = RiskScore.Word(level);
        }

        if (RequireHumanApproval)
        {
            context["require_human_approval"] = true;
        }

        return new()
        {
            ActionType = ActionType,
            Resource = Resource,
            Parameters = shown,
            Context = context,
            RequireHumanApproval = RequireHumanApproval,
        };
    }
}
