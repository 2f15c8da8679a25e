namespace Trellis.Server.Akshi.Logs;

/// <summary>Cuts text that agents, files and models made as long as they liked.</summary>
internal static class ShortText
{
    /// <summary>The text, cut so that it has at most so many characters; an ellipsis says so. No surrogate pair is cut in half.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;

        var length = longest - 1;
        if (char.IsHighSurrogate(text[length - 1]))
            length--;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
