using System.Text;

namespace Trellis.Server.Akshi.Text;

/// <summary>
/// Texts that an agent, or a model's answer that was cut, made: they may be anything. Who tells what it does must not fail over how it spells
/// it.
/// </summary>
internal static class AgentText
{
    /// <summary>A text that JSON and the store can carry: half a surrogate pair and U+0000 become U+FFFD.</summary>
    public static string Whole(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0'))
            return text;

        return string.Create(text.Length, text, static (whole, text) =>
        {
            for (var at = 0; at < text.Length; at++)
                whole[at] = text[at] == '\0' || (char.IsSurrogate(text[at]) && !IsInPair(text, at)) ? '\uFFFD' : text[at];
        });
    }

    /// <summary>As <see cref="Whole"/>, and of at most so many bytes of UTF-8, cut between characters.</summary>
    public static string Cut(string text, int mostBytes)
    {
        var whole = Whole(text);
        if (whole.Length * 3 <= mostBytes || Encoding.UTF8.GetByteCount(whole) <= mostBytes)
            return whole;

        var (length, bytes) = (0, 0);
        foreach (var rune in whole.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes)
                break;
            length += rune.Utf16SequenceLength;
        }

        return whole[..length];
    }

    private static bool IsInPair(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
