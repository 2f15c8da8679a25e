namespace Trellis.Server.Ascend.Rules.Patterns;

/// <summary>
/// What a text has to look like: a literal, a text with the wildcards <c>*</c> (any number of characters, also none, also separators) and
/// <c>?</c> (one character), or, after <c>regex:</c>, a regular expression that the whole text has to match. Case is ignored.
/// Immutable and thread-safe.
/// </summary>
internal abstract class TextPattern
{
    private const string RegexPrefix = "regex:";

    /// <summary>The longest pattern, in characters.</summary>
    public const int Longest = 512;

    /// <summary>The text that alone matches, in lower case; null when it is not one alone.</summary>
    public virtual string? Literal => null;

    /// <summary>How every text that matches begins, in lower case; empty when that is not known.</summary>
    public virtual string Prefix => "";

    /// <summary>How every text that matches ends, in lower case; empty when that is not known.</summary>
    public virtual string Suffix => "";

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern as it was written.</param>
    /// <param name="pattern">The pattern; null when there is a problem.</param>
    /// <returns>What is wrong, to follow the field's name in a sentence; null when nothing is.</returns>
    public static string? Parse(string text, out TextPattern? pattern)
    {
        pattern = null;
        if (string.IsNullOrWhiteSpace(text))
            return "must not be blank";
        if (text.Length > Longest)
            return $"must have at most {Longest} characters";
        if (text.StartsWith(RegexPrefix, StringComparison.OrdinalIgnoreCase))
            return RegexPattern.Parse(text[RegexPrefix.Length..], wholeText: true, out pattern);

        pattern = text.AsSpan().ContainsAny('*', '?') ? GlobPattern.FromWildcards(text) : new LiteralPattern(text);
        return null;
    }

    /// <summary>Whether a text, given in lower case, looks like this.</summary>
    public abstract bool Matches(string lowerCaseText);

    /// <summary>Whether some text may match both; true when that is not known.</summary>
    public abstract bool MayOverlap(TextPattern other);
}
