using System.Text;

namespace Trellis.Server.Akshi.Discovery;

/// <summary>Puts a text into Markdown as text: on one line, and without a character that would mean something there.</summary>
internal static class MarkdownText
{
    private const string Meaningful = "\\`*_{}[]()<>#+-.!|~&";

    /// <summary>Escapes a text.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            if (Meaningful.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
