using System.Globalization;
using System.Text;

namespace Trellis.Server.Aerostack.Search;

/// <summary>The words of a question: letters and digits, so that nothing of the engines' query languages is left in them.</summary>
internal static class QueryWords
{
    private const int Most = 32;
    private const int LongestWord = 64;

    /// <summary>The first words of a text, each once, in small letters.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                Take(word, words);
        }

        Take(word, words);
        return [.. words.Distinct(StringComparer.Ordinal).Take(Most)];
    }

    private static void Take(StringBuilder word, List<string> words)
    {
        if (word.Length is > 0 and <= LongestWord)
            words.Add(word.ToString());
        word.Clear();
    }
}
