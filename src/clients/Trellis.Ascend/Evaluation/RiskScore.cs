namespace Trellis.Ascend;

/// <summary>Risk scores, from 0 to 100, and their bands. Contract section 3.2.</summary>
public static class RiskScore
{
    private const int Medium = 45;
    private const int High = 70;
    private const int Critical = 85;

    /// <summary>The band of a score. Scores beyond the ends count to the band there.</summary>
    public static RiskLevel LevelOf(int score) => score switch
    {
        < Medium => RiskLevel.Low,
        < High => RiskLevel.Medium,
        < Critical => RiskLevel.High,
        _ => RiskLevel.Critical,
    };

    /// <summary>A score as a whole number: servers send fractions too. Halves are rounded away from zero.</summary>
    internal static int Round(double score) => (int)Math.Round(Math.Clamp(score, 0, 100), MidpointRounding.AwayFromZero);

    /// <summary>The word for a level.</summary>
    internal static string Word(RiskLevel level) => level switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Medium => "medium",
        RiskLevel.High => "high",
        _ => "critical",
    };

    /// <summary>The level of a word, in any case; <see langword="null"/> for a word that is not known.</summary>
    internal static RiskLevel? ReadLevel(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "LOW" => RiskLevel.Low,
        "MEDIUM" => RiskLevel.Medium,
        "HIGH" => RiskLevel.High,
        "CRITICAL" => RiskLevel.Critical,
        _ => null,
    };
}
