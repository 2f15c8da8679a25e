namespace Trellis.Server.Kernel.Models;

/// <summary>
/// The simulator's tokens: white space and the word after it, a long word in pieces of <see cref="LongestWord"/> UTF-16 units. Put
/// together, the tokens of a text are the text.
/// </summary>
internal static class EchoTokens
{
    /// <summary>The most units of a word that are one token.</summary>
    public const int LongestWord = 12;

    /// <summary>Cuts a text into its tokens.</summary>
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = EndOfToken(text, start);
            tokens.Add(text[start..end]);
            start = end;
        }

        return tokens;
    }

    private static int EndOfToken(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var word = end;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end - word < LongestWord)
        {
            end++;
        }

        // Half of a surrogate pair cannot be written as UTF-8.
        return end < text.Length && end > word && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }
}
