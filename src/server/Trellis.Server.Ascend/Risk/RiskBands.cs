namespace Trellis.Server.Ascend.Risk;

/// <summary>Which scores belong to which level, and the level's word on the wire (contract, section 3.2).</summary>
internal static class RiskBands
{
    /// <summary>The level of a score.</summary>
    public static RiskLevel Of(int score) => score switch
    {
        >= 85 => RiskLevel.Critical,
        >= 70 => RiskLevel.High,
        >= 45 => RiskLevel.Medium,
        _ => RiskLevel.Low,
    };

    /// <summary>The lowest score of a level.</summary>
    public static int LowestScore(RiskLevel level) => level switch
    {
        RiskLevel.Critical => 85,
        RiskLevel.High => 70,
        RiskLevel.Medium => 45,
        _ => 0,
    };

    /// <summary>The word for a level: <c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public static string Word(RiskLevel level) => level switch
    {
        RiskLevel.Critical => "critical",
        RiskLevel.High => "high",
        RiskLevel.Medium => "medium",
        _ => "low",
    };

    /// <summary>The level that a word names, in any case; null for any other word, which includes <c>minimal</c>.</summary>
    public static RiskLevel? FromWord(ReadOnlySpan<char> word) => word switch
    {
        _ when word.Equals("critical", StringComparison.OrdinalIgnoreCase) => RiskLevel.Critical,
        _ when word.Equals("high", StringComparison.OrdinalIgnoreCase) => RiskLevel.High,
        _ when word.Equals("medium", StringComparison.OrdinalIgnoreCase) => RiskLevel.Medium,
        _ when word.Equals("low", StringComparison.OrdinalIgnoreCase) => RiskLevel.Low,
        _ => null,
    };
}
