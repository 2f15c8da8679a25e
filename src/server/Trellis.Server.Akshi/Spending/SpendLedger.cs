using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Spending;

/// <summary>
/// What agents have spent, durably, and what they may still spend (contract, section 5.7). The kill switch is read at each question. Safe for
/// concurrent use.
/// </summary>
internal sealed class SpendLedger(IStore store, IEnvironmentVariables environment, TimeProvider time)
{
    /// <summary>The variable that stops all paid actions while it is 1 or true.</summary>
    public const string KillSwitch = "AKSHI_SPEND_KILL_SWITCH";

    private const decimal Micro = 1_000_000m;

    /// <summary>What the next paid action of an agent may cost.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="canBeFree">Whether the action can be done without paying.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The most in US dollars; 0 when only what is free is allowed, null for no limit.</returns>
    /// <exception cref="AgentException">Nothing is allowed: why.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<decimal?> AllowAsync(AgentConfiguration agent, bool canBeFree, CancellationToken cancellationToken)
    {
        if (environment.Find(KillSwitch) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase)))
            return canBeFree ? 0 : throw AgentErrors.KillSwitch();
        if (agent.Spend is not { } policy)
            return canBeFree ? 0 : throw AgentErrors.NoBudget();
        if (policy.IsSimulation)
            return canBeFree ? 0 : throw AgentErrors.NoBudget();

        var (today, total) = await ReadAsync(agent.Name, cancellationToken);
        if (policy.BudgetCapUsd is { } cap && total >= cap)
            throw AgentErrors.BudgetExceeded(cap);
        if (policy.MaxDailyUsd > 0 && today >= policy.MaxDailyUsd)
            throw AgentErrors.DayBudgetExceeded(policy.MaxDailyUsd);

        decimal?[] limits = [policy.PerActionUsd, policy.BudgetCapUsd - total, policy.MaxDailyUsd > 0 ? policy.MaxDailyUsd - today : null];
        return limits.Min();
    }

    /// <summary>Records what an action has cost.</summary>
    /// <returns>The part of the day's budget that is spent with it, and without it, in percent; null when there is no such budget.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<(decimal Before, decimal After)?> RecordAsync(AgentConfiguration agent, decimal usd, CancellationToken cancellationToken)
    {
        if (usd <= 0)
            return null;

        var micro = (long)Math.Ceiling(usd * Micro);
        await store.WriteAsync(async session => await SpendTable.AddAsync(session, agent.Name, Day, micro), cancellationToken);
        if (agent.Spend is not { MaxDailyUsd: > 0 } policy)
            return null;

        var (today, _) = await ReadAsync(agent.Name, cancellationToken);
        return (100 * (today - (micro / Micro)) / policy.MaxDailyUsd, 100 * today / policy.MaxDailyUsd);
    }

    private long Day => time.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay;

    private async ValueTask<(decimal Today, decimal Total)> ReadAsync(string agent, CancellationToken cancellationToken)
    {
        var (today, total) = await store.ReadAsync(session => SpendTable.ReadAsync(session, agent, Day), cancellationToken);
        return (today / Micro, total / Micro);
    }
}
