namespace Trellis.Server.Ascend.Risk;

/// <summary>The four words for levels, for messages and lists.</summary>
internal static class RiskLevelWords
{
    /// <summary>From the lowest to the highest.</summary>
    public static string[] All { get; } = ["low", "medium", "high", "critical"];
}
