using Trellis.Server.Ascend.Agents;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>What an agent's trust level does to scores and thresholds (contract, section 6.9).</summary>
internal static class TrustEffect
{
    private const int RestrictedSurcharge = 10;
    private const int HighestScore = 100;

    /// <summary>The score that an agent's action counts with, by policies too: a restricted agent's is 10 higher, up to 100.</summary>
    public static int OnScore(string trustLevel, int score) =>
        trustLevel == TrustLevels.Restricted ? Math.Min(score + RestrictedSurcharge, HighestScore) : score;

    /// <summary>The thresholds that hold: a restricted agent's automatic approval ends at half the score.</summary>
    public static AgentThresholds OnThresholds(string trustLevel, AgentThresholds thresholds) =>
        trustLevel == TrustLevels.Restricted ? thresholds with { AutoApproveBelow = thresholds.AutoApproveBelow / 2 } : thresholds;

    /// <summary>Whether each of an agent's actions needs a person: when it is untrusted, or its level is none that is known.</summary>
    public static bool RequiresApproval(string trustLevel) =>
        trustLevel is not (TrustLevels.Restricted or TrustLevels.Standard or TrustLevels.Trusted);
}
