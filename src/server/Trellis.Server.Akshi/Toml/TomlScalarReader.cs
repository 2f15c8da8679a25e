using System.Buffers;

namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads what has neither quotes nor brackets: booleans, numbers, dates.</summary>
internal static class TomlScalarReader
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n,]}#");

    /// <summary>Reads one value.</summary>
    public static TomlValue Read(ref TomlCursor cursor)
    {
        var position = cursor.Position;
        var word = TakeWord(ref cursor);
        return word switch
        {
            "" => throw new TomlException("a value is expected here", position),
            "true" => new TomlBoolean(true, position),
            "false" => new TomlBoolean(false, position),
            _ => TomlDateReader.TryRead(word, position) ?? TomlNumberReader.TryRead(word, position)
                ?? throw new TomlException("this is no value: a string needs quotes", position),
        };
    }

    // A date and its time may have a space between them.
    private static string TakeWord(ref TomlCursor cursor)
    {
        var rest = cursor.Rest;
        var length = rest.IndexOfAny(Ends);
        if (length < 0)
            length = rest.Length;
        if (length == TomlDateReader.LengthOfDate && TomlDateReader.IsDate(rest[..length])
            && cursor.Peek(length) == ' ' && char.IsAsciiDigit(cursor.Peek(length + 1)))
        {
            var time = rest[(length + 1)..].IndexOfAny(Ends);
            length = time < 0 ? rest.Length : length + 1 + time;
        }

        var word = rest[..length].ToString();
        cursor.Skip(length);
        return word;
    }
}
