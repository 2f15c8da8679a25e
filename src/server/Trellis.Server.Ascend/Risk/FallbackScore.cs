namespace Trellis.Server.Ascend.Risk;

/// <summary>The score of an action that cannot be read: high, by environment and verb alone (contract, section 6.2).</summary>
internal static class FallbackScore
{
    /// <summary>The score when the engine itself fails.</summary>
    public const int CriticalFailure = 95;

    /// <summary>The score of an action whose texts cannot be read.</summary>
    public static int Of(string environment, ReadOnlySpan<char> actionType)
    {
        var score = EnvironmentScore.Of(environment) switch
        {
            5 => 50,
            18 => 65,
            _ => 75,
        };
        return ActionVerbs.ScoreOf(actionType, out _) switch
        {
            25 => Math.Min(score + 10, 95),
            23 or 21 => Math.Min(score + 5, 90),
            _ => score,
        };
    }
}
