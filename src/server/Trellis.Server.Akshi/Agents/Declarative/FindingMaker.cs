using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>Makes findings of text from files and models: without secrets, on one line where they must be, and not too long.</summary>
internal sealed class FindingMaker(string agent, SecretMask mask)
{
    private const int LongestSummary = 500;
    private const int LongestDetail = 4096;

    /// <summary>Makes a finding.</summary>
    public NewFinding Make(string file, string severity, string summary, string? detail) => new(
        agent,
        severity,
        mask.Clean(file),
        ShortText.Of(OneLine(mask.Clean(summary)), LongestSummary),
        detail is null ? null : ShortText.Of(mask.Clean(detail), LongestDetail),
        At: null);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
