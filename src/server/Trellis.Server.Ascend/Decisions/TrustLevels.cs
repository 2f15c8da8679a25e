using Trellis.Server.Ascend.Agents;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>What trust does to scores and thresholds (contract, section 6.9).</summary>
internal static class TrustLevels
{
    private const int RestrictedSurcharge = 10;
    private const int HighestScore = 100;

    /// <summary>The words of the wire, in the order of the type.</summary>
    public static IReadOnlyList<string> Names { get; } = ["untrusted", "restricted", "standard", "trusted"];

    /// <summary>The word for a level.</summary>
    public static string Name(TrustLevel level) => Names[(int)level];

    /// <summary>Reads a word in any case; null when it is none.</summary>
    public static TrustLevel? Read(string word)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            if (Names[index].Equals(word, StringComparison.OrdinalIgnoreCase))
                return (TrustLevel)index;
        }

        return null;
    }

    /// <summary>The score that an agent's action counts with, by policies too: a restricted agent's is 10 higher, up to 100.</summary>
    public static int Score(TrustLevel level, int score) =>
        level is TrustLevel.Restricted ? Math.Min(score + RestrictedSurcharge, HighestScore) : score;

    /// <summary>The thresholds that hold: a restricted agent's automatic approval ends at half the score, an untrusted one has none.</summary>
    public static AgentThresholds Thresholds(TrustLevel level, AgentThresholds thresholds) => level switch
    {
        TrustLevel.Untrusted => thresholds with { AutoApproveBelow = 0 },
        TrustLevel.Restricted => thresholds with { AutoApproveBelow = thresholds.AutoApproveBelow / 2 },
        _ => thresholds,
    };
}
