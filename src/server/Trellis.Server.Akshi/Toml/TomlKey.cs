using System.Buffers;

namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads keys: bare or quoted parts with dots between them.</summary>
internal static class TomlKey
{
    private static readonly SearchValues<char> Bare =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>A part and where it stands.</summary>
    internal readonly record struct Part(string Name, TomlPosition Position);

    /// <summary>Reads a key with all its parts, and the blanks behind it.</summary>
    public static List<Part> Read(ref TomlCursor cursor)
    {
        var parts = new List<Part>();
        do
        {
            cursor.SkipBlanks();
            if (parts.Count == TomlReader.Deepest)
                throw cursor.Fail($"a key has at most {TomlReader.Deepest} parts");

            parts.Add(new Part(ReadPart(ref cursor, out var position), position));
            cursor.SkipBlanks();
        }
        while (cursor.TrySkip('.'));

        return parts;
    }

    /// <summary>A key as a message shows it.</summary>
    public static string Text(IEnumerable<Part> parts) => string.Join('.', parts.Select(static part => part.Name));

    private static string ReadPart(ref TomlCursor cursor, out TomlPosition position)
    {
        position = cursor.Position;
        if (cursor.StartsWith("\"\"\"") || cursor.StartsWith("'''"))
            throw cursor.Fail("a key is no string of several lines");
        if (cursor.Current is '"' or '\'')
            return TomlText.Read(ref cursor);

        var length = cursor.Rest.IndexOfAnyExcept(Bare);
        var name = (length < 0 ? cursor.Rest : cursor.Rest[..length]).ToString();
        if (name.Length == 0)
            throw cursor.Fail("a key is expected here: letters, digits, '_' and '-', or a quoted string");

        cursor.Skip(name.Length);
        return name;
    }
}
