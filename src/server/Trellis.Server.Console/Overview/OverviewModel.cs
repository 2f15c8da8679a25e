using Trellis.Server.Console.Actions;

namespace Trellis.Server.Console.Overview;

/// <summary>What the first page shows.</summary>
/// <param name="Hours">The last day, hour by hour.</param>
/// <param name="Agents">How many agents ASCEND governs.</param>
/// <param name="RunningAgents">How many agents the runtime has running, of all it has.</param>
/// <param name="AllRuntimeAgents">How many the runtime has.</param>
/// <param name="Pending">How many approvals wait.</param>
/// <param name="Recent">The last actions.</param>
internal sealed record OverviewModel(
    IReadOnlyList<HourTally> Hours, long Agents, int RunningAgents, int AllRuntimeAgents, long Pending, IReadOnlyList<GovernedAction> Recent)
{
    /// <summary>Decisions of the day.</summary>
    public int Decisions => Hours.Sum(static hour => hour.Decisions);

    /// <summary>Spend of the day, in US dollars.</summary>
    public decimal Usd => Hours.Sum(static hour => hour.Usd);
}
