using System.Text.RegularExpressions;

namespace Trellis.Server.Ascend.Content;

/// <summary>One thing to look for in a text.</summary>
internal sealed class ContentRule
{
    // Non-backtracking: the texts come from callers, and no text may make the search slow.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Made when a text first has a trigger of the rules: all of them take seconds on a busy machine, and the first decisions would wait.
    private readonly Lazy<Regex> _pattern;

    /// <summary>Makes a rule.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="score">How risky a match is: 0 to 100.</param>
    /// <param name="description">What a match means.</param>
    /// <param name="triggers">Literal texts (any case, three characters or more) of which every match holds at least one.</param>
    /// <param name="pattern">The pattern; texts end at U+0000.</param>
    public ContentRule(string name, int score, string description, string[] triggers, string pattern)
    {
        Score = score;
        Triggers = triggers;
        _pattern = new Lazy<Regex>(() => new Regex(pattern, Options));
        Finding = new ContentFinding(name, SeverityOf(score), description);
    }

    /// <summary>How risky a match is.</summary>
    public int Score { get; }

    /// <summary>Whether a match is refused.</summary>
    public bool Blocks { get; init; }

    /// <summary>A word (any case) that makes a match harmless.</summary>
    public string? Unless { get; init; }

    /// <summary>Literal texts of which every match holds at least one, unless it holds one of <see cref="TriggerCharacters"/>.</summary>
    public IReadOnlyList<string> Triggers { get; }

    /// <summary>Characters that no ordinary text holds and that lead to a closer look.</summary>
    public string TriggerCharacters { get; init; } = "";

    /// <summary>What is reported.</summary>
    public ContentFinding Finding { get; }

    /// <summary>Whether a text matches.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (Unless is null)
            return _pattern.Value.IsMatch(text);

        foreach (var match in _pattern.Value.EnumerateMatches(text))
        {
            if (!text.Slice(match.Index, match.Length).Contains(Unless, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string SeverityOf(int score) => score switch
    {
        >= 90 => FindingSeverity.Critical,
        >= 70 => FindingSeverity.High,
        >= 45 => FindingSeverity.Medium,
        _ => FindingSeverity.Low,
    };
}
