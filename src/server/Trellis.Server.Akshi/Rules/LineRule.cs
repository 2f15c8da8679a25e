using System.Buffers;
using System.Text.RegularExpressions;
using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Rules;

/// <summary>
/// A rule that finds its lines in a text of many. Where the pattern allows it, the text is searched as a whole first, which is many times
/// faster than line by line; a line counts only when it matches by itself. Safe for concurrent use.
/// </summary>
internal sealed partial class LineRule
{
    // A line that is longer is looked at up to here: patterns with a time limit would run out of it.
    private const int LongestLine = 64 * 1024;

    private readonly Regex _line;
    private readonly SearchValues<string>? _literal;
    private readonly Regex? _text;

    public LineRule(AgentRule rule)
    {
        _line = RulePattern.Compile(rule.Pattern, rule.IgnoresCase);
        _literal = RequiredLiteral.Of(rule.Pattern, rule.IgnoresCase);
        if (_literal is null && _line.Options.HasFlag(RegexOptions.NonBacktracking) && !BoundToLine().IsMatch(Plain().Replace(rule.Pattern, "")))
            _text = RulePattern.Compile(rule.Pattern, rule.IgnoresCase, RegexOptions.Multiline, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Adds the lines that match, in order.</summary>
    /// <param name="text">Whole lines.</param>
    /// <param name="rule">The index to note them under.</param>
    /// <param name="matches">Where to add them.</param>
    /// <exception cref="RegexMatchTimeoutException">A line took too long.</exception>
    public void Find(ReadOnlySpan<char> text, int rule, List<LineMatch> matches)
    {
        var line = 0;
        var start = 0;
        while (start < text.Length)
        {
            var hit = start;
            if (!TryFindFirst(text[start..], ref hit))
                return;

            var lineStart = text[..hit].LastIndexOf('\n') + 1;
            if (lineStart < start)
                lineStart = start;
            line += text[start..lineStart].Count('\n');
            var length = text[lineStart..].IndexOf('\n');
            var next = length < 0 ? text.Length : lineStart + length + 1;
            var content = text[lineStart..(length < 0 ? text.Length : lineStart + length)].TrimEnd('\r');
            if (_line.IsMatch(content.Length > LongestLine ? content[..LongestLine] : content))
                matches.Add(new LineMatch(rule, line, lineStart, content.Length));

            line++;
            start = next;
        }
    }

    // A line that matches by itself holds the literal, and is a match in the text: so nothing before the first of either can be one.
    private bool TryFindFirst(ReadOnlySpan<char> text, ref int hit)
    {
        if (_literal is not null)
        {
            var found = text.IndexOfAny(_literal);
            hit += found;
            return found >= 0;
        }

        if (_text is null)
            return true;

        foreach (var match in _text.EnumerateMatches(text))
        {
            hit += match.Index;
            return true;
        }

        return false;
    }

    // In a text, these see more than the line: its end, its start, groups that set options.
    [GeneratedRegex(@"\$|\\[AZzG]|\(\?", RegexOptions.CultureInvariant)]
    private static partial Regex BoundToLine();

    [GeneratedRegex(@"\(\?:|^\(\?i\)", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
