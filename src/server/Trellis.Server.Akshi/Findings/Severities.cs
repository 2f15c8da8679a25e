namespace Trellis.Server.Akshi.Findings;

/// <summary>How bad a finding is: the words of all documented clients, kept as they come (contract, section 4.2).</summary>
internal static class Severities
{
    /// <summary>The words, from harmless to grave; <c>medium</c> and <c>warning</c> weigh the same.</summary>
    public static IReadOnlyList<string> All { get; } = ["info", "low", "medium", "warning", "high", "critical"];

    /// <summary>Whether a word is one of them. Capitals are not.</summary>
    public static bool Contains(string word) => All.Contains(word, StringComparer.Ordinal);
}
