using System.Text;

namespace Trellis.Server.Ascend.Rules.Patterns;

/// <summary>A text with wildcards. Matching takes no memory and, at worst, the product of both lengths.</summary>
internal sealed class GlobPattern : TextPattern
{
    /// <summary>Stands for any number of characters.</summary>
    public const int AnyRun = -1;

    /// <summary>Stands for one character.</summary>
    public const int AnyCharacter = -2;

    private readonly int[] _symbols;
    private readonly string _prefix;
    private readonly string _suffix;
    private readonly bool _hasOneRunOnly;

    /// <summary>Creates a pattern of characters in lower case, <see cref="AnyRun"/> and <see cref="AnyCharacter"/>.</summary>
    public GlobPattern(IEnumerable<int> symbols)
    {
        _symbols = [.. symbols];
        var first = Array.FindIndex(_symbols, static symbol => symbol < 0);
        var last = Array.FindLastIndex(_symbols, static symbol => symbol < 0);
        _prefix = Text(_symbols.AsSpan(0, first < 0 ? _symbols.Length : first));
        _suffix = Text(_symbols.AsSpan(last + 1));
        _hasOneRunOnly = first >= 0 && first == last && _symbols[first] == AnyRun;
    }

    /// <inheritdoc/>
    public override string? Literal => _prefix.Length == _symbols.Length ? _prefix : null;

    /// <inheritdoc/>
    public override string Prefix => _prefix;

    /// <inheritdoc/>
    public override string Suffix => _suffix;

    /// <summary>A pattern with <c>*</c> and <c>?</c>.</summary>
    public static GlobPattern FromWildcards(string text) => Create(text, '*', '?');

    /// <summary>A pattern of SQL's <c>LIKE</c>, with <c>%</c> and <c>_</c>.</summary>
    public static GlobPattern FromLike(string text) => Create(text, '%', '_');

    /// <inheritdoc/>
    public override bool Matches(string lowerCaseText)
    {
        if (!lowerCaseText.StartsWith(_prefix, StringComparison.Ordinal) || !lowerCaseText.EndsWith(_suffix, StringComparison.Ordinal))
            return false;

        return _hasOneRunOnly ? lowerCaseText.Length >= _prefix.Length + _suffix.Length : MatchesRest(lowerCaseText);
    }

    /// <inheritdoc/>
    public override bool MayOverlap(TextPattern other) => other switch
    {
        GlobPattern glob => GlobOverlap.Exists(_symbols, glob._symbols),
        { Literal: { } text } => Matches(text),
        _ => true,
    };

    private static GlobPattern Create(string text, char anyRun, char anyCharacter) =>
        new(text.ToLowerInvariant().Select(c => c == anyRun ? AnyRun : c == anyCharacter ? AnyCharacter : c));

    private static string Text(ReadOnlySpan<int> symbols)
    {
        var text = new StringBuilder(symbols.Length);
        foreach (var symbol in symbols)
            text.Append((char)symbol);
        return text.ToString();
    }

    // After a mismatch, the last run takes one character more; earlier runs need not be tried again.
    private bool MatchesRest(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<int> symbols = _symbols;
        int at = _prefix.Length, next = _prefix.Length, lastRun = -1, runEnd = 0;
        while (at < text.Length)
        {
            if (next < symbols.Length && symbols[next] == AnyRun)
            {
                lastRun = next++;
                runEnd = at;
            }
            else if (next < symbols.Length && (symbols[next] == AnyCharacter || symbols[next] == text[at]))
            {
                next++;
                at++;
            }
            else if (lastRun >= 0)
            {
                next = lastRun + 1;
                at = ++runEnd;
            }
            else
            {
                return false;
            }
        }

        while (next < symbols.Length && symbols[next] == AnyRun)
            next++;
        return next == symbols.Length;
    }
}
