using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Heartbeats;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Limits;

/// <summary>
/// Whether an agent is within its limits, and the count of what it does (contract, section 6.9). Counts are kept with the actions, so that
/// they hold over restarts and over all servers of a store.
/// </summary>
internal sealed class LimitGate(AgentSuspension suspension, IAuditLog audit)
{
    /// <summary>An approved action whose end was not reported after this time is taken to be forgotten.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromHours(1);

    private const double AlertShare = 0.8;

    /// <summary>
    /// Counts an action if its agent is within its limits; one that is denied uses nothing up. Asked within the transaction that keeps the
    /// action; a refusal is returned and not thrown, and the transaction must go on to its end, since the refusal may have suspended the
    /// agent.
    /// </summary>
    /// <returns>The refusal; null when the action may go on.</returns>
    public async ValueTask<AscendError?> TakeAsync(ISqlSession session, AscendCall call, Judgement judgement)
    {
        var agent = judgement.Agent;
        if (agent.Limits is not { } limits || judgement.Decision.Status is DecisionStatus.Denied)
            return null;

        var (refusal, suspends) = await CheckAsync(session, call, agent, limits, judgement.Action);
        if (refusal is null)
            return null;

        if (suspends)
            await suspension.SuspendAsync(session, call, agent.AgentId, refusal.Detail);

        // What a limit of frequency refuses is not remembered: it would cost what the limit is to save.
        if (refusal.Code != ErrorCodes.RateLimit)
            await audit.AppendAsync(session, LimitEvents.Exceeded(call, agent.AgentId, refusal));
        return refusal;
    }

    private static AscendError? CheckAction(AgentLimits limits, ProposedAction action)
    {
        if (limits.TimeWindows.Count > 0 && !limits.TimeWindows.Any(window => window.Contains(action.At)))
            return LimitRefusals.WrongTime();

        var classes = limits.AllowedData.Count + limits.BlockedData.Count > 0 ? ActionData.ClassesOf(action) : [];
        if (classes.FirstOrDefault(limits.BlockedData.Contains) is { } blocked)
            return LimitRefusals.WrongData("blocked_data_classifications", blocked);

        return limits.AllowedData.Count > 0 && classes.FirstOrDefault(data => !limits.AllowedData.Contains(data)) is { } other
            ? LimitRefusals.WrongData("allowed_data_classifications", other)
            : null;
    }

    private static AscendError? CheckRates(AgentLimits limits, AgentUsage usage)
    {
        foreach (var (name, limit, span) in (ReadOnlySpan<(string, long?, TimeSpan)>)
            [
                ("max_actions_per_minute", limits.ActionsPerMinute, UsageSpans.Minute),
                ("max_actions_per_hour", limits.ActionsPerHour, UsageSpans.Hour),
                ("max_actions_per_day", limits.ActionsPerDay, UsageSpans.Day),
            ])
        {
            if (limit is { } most && usage.Last(span) is var last && !last.Allows(most))
                return LimitRefusals.TooOften(name, most, last);
        }

        return null;
    }

    private async ValueTask<(AscendError? Refusal, bool Suspends)> CheckAsync(
        ISqlSession session, AscendCall call, AgentProfile agent, AgentLimits limits, ProposedAction action)
    {
        if (limits.SuspendsOffline
            && (await HeartbeatTable.FindAsync(session, call.OrganisationId, agent.AgentId))?.IsOffline(call.At) is true)
        {
            return (LimitRefusals.NoHeartbeat(), true);
        }

        if (CheckAction(limits, action) is { } unfit)
            return (unfit, false);

        await UsageTable.LockAsync(session, call.OrganisationId, agent.AgentId, call.At);
        var usage = await UsageTable.FindAsync(session, call.OrganisationId, agent.AgentId, call.At);
        if (CheckRates(limits, usage) is { } tooOften)
            return (tooOften, false);

        if (limits.Concurrent is { } concurrent
            && await UsageTable.CountOpenAsync(session, call.OrganisationId, agent.AgentId, call.At - OpenFor) is var open
            && open >= concurrent)
        {
            return (LimitRefusals.TooMany(concurrent, open), false);
        }

        var cost = ActionData.CostOf(action, limits);
        if (limits.DailyBudget is { } budget)
        {
            if (usage.CostToday + cost > budget)
                return (LimitRefusals.TooExpensive(budget, usage.CostToday, cost), limits.SuspendsOverBudget);
            if (usage.CostToday < budget * AlertShare && usage.CostToday + cost >= budget * AlertShare)
                await audit.AppendAsync(session, LimitEvents.BudgetNearlySpent(call, agent.AgentId, budget, usage.CostToday + cost));
        }

        await UsageTable.CountAsync(session, call.OrganisationId, agent.AgentId, cost, call.At);
        return (null, false);
    }
}
