using System.Text;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>The keys with a prefix, as a range of the order by bytes.</summary>
/// <param name="From">The first key that can have the prefix.</param>
/// <param name="Before">The first key after all that have it; null when none comes after.</param>
internal readonly record struct KeyRange(string From, string? Before)
{
    /// <summary>The range of a prefix.</summary>
    public static KeyRange Of(string? prefix)
    {
        if (string.IsNullOrEmpty(prefix))
            return new KeyRange("", null);

        // UTF-8 orders as code points do, so the end is the prefix with its last code point made one greater.
        var runes = prefix.EnumerateRunes().ToList();
        while (runes.Count > 0 && runes[^1].Value == 0x10FFFF)
            runes.RemoveAt(runes.Count - 1);
        if (runes.Count == 0)
            return new KeyRange(prefix, null);

        runes[^1] = runes[^1].Value == 0xD7FF ? new Rune(0xE000) : new Rune(runes[^1].Value + 1);
        return new KeyRange(prefix, string.Concat(runes.Select(static rune => rune.ToString())));
    }
}
