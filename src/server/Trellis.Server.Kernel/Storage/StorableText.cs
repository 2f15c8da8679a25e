namespace Trellis.Server.Kernel.Storage;

/// <summary>What text both engines store and give back unchanged: well-formed Unicode without U+0000, which PostgreSQL refuses.</summary>
public static class StorableText
{
    /// <summary>Whether <paramref name="text"/> can be a value of a <see cref="SqlStatement"/>. Ask this of input before it gets there.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return false;

        for (var index = text.IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0;)
        {
            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return false;

            text = text[(index + 2)..];
            index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }
}
