using System.Text;

namespace Trellis.Server;

/// <summary>Writes a text so that a shell reads exactly that text, whatever is in it.</summary>
internal static class ShellQuote
{
    /// <summary>For POSIX shells: between single quotes nothing is special but the quote itself.</summary>
    public static string Bash(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>For PowerShell, which takes typographic single quotes for plain ones (about_Quoting_Rules); each is doubled.</summary>
    public static string PowerShell(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character);
            if (character is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B')
                quoted.Append(character);
        }

        return quoted.Append('\'').ToString();
    }
}
