namespace Trellis.Server.Ascend.Decisions;

/// <summary>Where the published accounts of the decision differ, what an organisation wants (contract, section 6.4).</summary>
/// <param name="AboveMax">At and above the agent's maximum risk.</param>
/// <param name="BetweenThresholds">Between automatic approval and the maximum.</param>
internal readonly record struct DecisionSettings(AboveMaximum AboveMax, BetweenThresholds BetweenThresholds)
{
    /// <summary>What the published decision order says.</summary>
    public static DecisionSettings Default { get; } = new(AboveMaximum.Approve, BetweenThresholds.Allow);
}
