using System.Buffers;

namespace Trellis;

/// <summary>
/// What a credential looks like inside other text: a fixed prefix, and after it one or more runs of known characters. Immutable.
/// Unless it says otherwise, it is found anywhere, also in the middle of a word, in time linear to the text.
/// </summary>
public sealed class SecretPattern
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly SearchValues<char> _characters = SearchValues.Create(Base64Url);

    /// <summary>Makes a pattern of <paramref name="prefix"/> and at least one character of <see cref="Base64Url"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is empty.</exception>
    public SecretPattern(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        Prefix = prefix;
    }

    /// <summary>The letters and digits of ASCII, <c>_</c> and <c>-</c> (RFC 4648 section 5).</summary>
    public static string Base64Url => LettersAndDigits + "_-";

    /// <summary><see cref="Base64Url"/> and also <c>.</c>, <c>=</c>, <c>+</c>, <c>/</c>: whatever a token in a URL or a header may hold.</summary>
    public static string UrlSafe => LettersAndDigits + "_-.=+/";

    /// <summary>What the credential begins with.</summary>
    public string Prefix { get; }

    /// <summary>The characters that may follow the prefix.</summary>
    /// <value>The default is <see cref="Base64Url"/>.</value>
    public string Characters
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
            _characters = SearchValues.Create(value);
        }
    } = Base64Url;

    /// <summary>How many of <see cref="Characters"/> there must be at least, in each segment.</summary>
    /// <value>The default is 1.</value>
    public int MinimumLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>How many runs of <see cref="Characters"/> there are, with a full stop between them.</summary>
    /// <value>The default is 1; a signed JSON web token has 3.</value>
    public int Segments
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>Whether the prefix stays readable in front of the mask.</summary>
    /// <value>The default is false.</value>
    public bool KeepsPrefix { get; init; }

    /// <summary>Whether the prefix is found in any case.</summary>
    /// <value>The default is false.</value>
    public bool IgnoresCase { get; init; }

    /// <summary>
    /// Whether the prefix counts only where a word begins: not after a letter or a digit of ASCII. For prefixes so short that ordinary
    /// words end in them.
    /// </summary>
    /// <value>The default is false.</value>
    public bool AtWordStart { get; init; }

    /// <summary>The first occurrence in <paramref name="text"/> that begins at <paramref name="from"/> or later.</summary>
    internal SecretMatch Find(ReadOnlySpan<char> text, int from)
    {
        var comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        while (from < text.Length)
        {
            var offset = text[from..].IndexOf(Prefix, comparison);
            if (offset < 0) break;
            var start = from + offset;
            if (AtWordStart && start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                from = start + 1;
                continue;
            }

            if (TryMatch(text, start + Prefix.Length, out var firstEnd, out var end)) return new SecretMatch(start, end);

            // Whatever begins inside the run that was just read ends where that run ends, and fails as it did. Only a prefix that
            // reaches beyond the run is new. Without this jump a long run of prefixes would cost the square of its length.
            from = Math.Max(start + 1, firstEnd - Prefix.Length + 1);
        }

        return SecretMatch.None;
    }

    private bool TryMatch(ReadOnlySpan<char> text, int position, out int firstEnd, out int end)
    {
        end = firstEnd = EndOfRun(text, position);
        for (var segment = 1; ; segment++)
        {
            if (end - position < MinimumLength) return false;
            if (segment == Segments) return true;
            if (end == text.Length || text[end] != '.') return false;
            position = end + 1;
            end = EndOfRun(text, position);
        }
    }

    private int EndOfRun(ReadOnlySpan<char> text, int position)
    {
        var length = text[position..].IndexOfAnyExcept(_characters);
        return length < 0 ? text.Length : position + length;
    }
}
