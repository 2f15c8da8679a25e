using System.Globalization;
using System.Text;

namespace Trellis.Server.Ascend.Pdf;

/// <summary>Texts as a document can show them: in the characters that its fonts have, and escaped (PDF reference 1.4, section 3.2.3).</summary>
internal static class PdfText
{
    /// <summary>The text in the characters of Latin-1; every other becomes <c>\uXXXX</c>, as JSON has it, so that nothing is lost.</summary>
    public static string Printable(string text)
    {
        if (text.All(IsPrintable))
            return text;

        var printable = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsPrintable(character))
                printable.Append(character);
            else
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return printable.ToString();
    }

    /// <summary>Writes a printable text as a literal string, in ASCII.</summary>
    public static void AppendLiteral(StringBuilder output, ReadOnlySpan<char> text)
    {
        output.Append('(');
        foreach (var character in text)
        {
            if (character is '(' or ')' or '\\')
                output.Append('\\').Append(character);
            else if (char.IsAscii(character))
                output.Append(character);
            else
                output.Append('\\').Append(Convert.ToString(character, 8));
        }

        output.Append(')');
    }

    // From U+00A0 on, Latin-1 and the WinAnsi encoding are the same. U+00AD is a hyphen that readers leave out.
    private static bool IsPrintable(char character) => character is >= ' ' and <= '~' or (>= '\u00a0' and <= '\u00ff' and not '\u00ad');
}
