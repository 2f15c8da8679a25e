namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads TOML 1.0 documents.</summary>
/// <seealso href="https://toml.io/en/v1.0.0">The format</seealso>
internal static class TomlReader
{
    /// <summary>How deep arrays, inline tables and the parts of keys go.</summary>
    public const int Deepest = 64;

    /// <summary>Reads a document.</summary>
    /// <exception cref="TomlException">It is none.</exception>
    public static TomlTable Parse(string text)
    {
        var cursor = new TomlCursor(text.StartsWith('\uFEFF') ? text.AsSpan(1) : text);
        var root = new TomlTable(cursor.Position);
        var current = root;
        while (!cursor.IsAtEnd)
        {
            cursor.SkipBlanks();
            if (cursor.Current == '[')
                current = TomlHeader.Read(ref cursor, root);
            else if (cursor.Current is not ('#' or '\r' or '\n') && !cursor.IsAtEnd)
                TomlAssignment.Read(ref cursor, current, depth: 0);
            cursor.EndLine();
        }

        return root;
    }
}
