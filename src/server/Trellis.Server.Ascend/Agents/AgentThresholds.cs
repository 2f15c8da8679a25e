namespace Trellis.Server.Ascend.Agents;

/// <summary>Between which risk scores an agent may act alone (contract, section 6.4).</summary>
/// <param name="AutoApproveBelow">A lower score is approved without further ado.</param>
/// <param name="MaxRiskThreshold">A score from here on needs a person.</param>
/// <param name="RequiresMfaAbove">A score above asks the approver for a second factor.</param>
internal readonly record struct AgentThresholds(int AutoApproveBelow, int MaxRiskThreshold, int RequiresMfaAbove)
{
    /// <summary>Of two thresholds each time the one that leaves less to the agent.</summary>
    public static AgentThresholds StricterOf(AgentThresholds one, AgentThresholds other) => new(
        Math.Min(one.AutoApproveBelow, other.AutoApproveBelow),
        Math.Min(one.MaxRiskThreshold, other.MaxRiskThreshold),
        Math.Min(one.RequiresMfaAbove, other.RequiresMfaAbove));

    /// <summary>The thresholds of a type; those of <c>supervised</c> for a type that is not known.</summary>
    public static AgentThresholds DefaultFor(string agentType) => agentType switch
    {
        "autonomous" => new(20, 60, 50),
        "advisory" => new(50, 90, 80),
        _ => new(30, 80, 70),
    };
}
