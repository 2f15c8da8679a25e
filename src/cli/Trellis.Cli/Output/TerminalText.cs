using System.Globalization;
using System.Text;

namespace Trellis.Cli;

/// <summary>
/// Makes text from a server fit to be shown: control characters, which could move the cursor or restyle the terminal, become visible
/// escapes such as <c>\u001b</c>.
/// </summary>
internal static class TerminalText
{
    /// <summary>Text that stays on its line.</summary>
    public static string Line(string text) => Escape(text, static _ => false);

    /// <summary>Text that may have line breaks.</summary>
    public static string Lines(string text) => Escape(text, static c => c is '\n' or '\t' or '\r');

    /// <summary>How many columns of a terminal the text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>As much of the text as a line of that many columns holds, with an ellipsis where something is missing.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width / 2 || Width(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var left = width - 1;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= Width(rune);
            if (left < 0) break;
            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }

    private static string Escape(string text, Func<char, bool> isKept)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsHarmful(c) && !isKept(c)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Beside the control characters proper, those that reverse the direction of text can make it look like another.
    private static bool IsHarmful(char c) => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    // The blocks that Unicode's EastAsianWidth.txt marks W or F, joined where only rare characters lie between.
    private static bool IsWide(int c) => c is
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xa960 and <= 0xa97f) or (>= 0xac00 and <= 0xd7a3)
        or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6)
        or (>= 0x1f300 and <= 0x1f64f) or (>= 0x1f680 and <= 0x1f6ff) or (>= 0x1f900 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd);
}
