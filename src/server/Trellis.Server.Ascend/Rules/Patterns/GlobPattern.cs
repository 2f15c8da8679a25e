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
    private readonly bool _isPrefixOnly;

    /// <summary>Creates a pattern of characters in lower case, <see cref="AnyRun"/> and <see cref="AnyCharacter"/>.</summary>
    public GlobPattern(IEnumerable<int> symbols)
    {
        _symbols = [.. symbols];
        var firstWildcard = Array.FindIndex(_symbols, static symbol => symbol < 0);
        var length = firstWildcard < 0 ? _symbols.Length : firstWildcard;
        _prefix = string.Create(length, _symbols, static (text, symbols) =>
        {
            for (var index = 0; index < text.Length; index++)
                text[index] = (char)symbols[index];
        });
        _isPrefixOnly = length < _symbols.Length && Array.TrueForAll(_symbols[length..], static symbol => symbol == AnyRun);
    }

    /// <inheritdoc/>
    public override string? Literal => _prefix.Length == _symbols.Length ? _prefix : null;

    /// <inheritdoc/>
    public override string Prefix => _prefix;

    /// <inheritdoc/>
    public override bool MatchesAll => _isPrefixOnly && _prefix.Length == 0;

    /// <summary>A pattern with <c>*</c> and <c>?</c>.</summary>
    public static GlobPattern FromWildcards(string text) => Create(text, '*', '?');

    /// <summary>A pattern of SQL's <c>LIKE</c>, with <c>%</c> and <c>_</c>.</summary>
    public static GlobPattern FromLike(string text) => Create(text, '%', '_');

    /// <inheritdoc/>
    public override bool Matches(string lowerCaseText)
    {
        if (!lowerCaseText.StartsWith(_prefix, StringComparison.Ordinal))
            return false;

        return _isPrefixOnly || MatchesRest(lowerCaseText);
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
