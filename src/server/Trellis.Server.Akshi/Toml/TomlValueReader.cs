namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads the value of a key or the element of an array.</summary>
internal static class TomlValueReader
{
    /// <summary>Reads one value.</summary>
    public static TomlValue Read(ref TomlCursor cursor, int depth)
    {
        if (depth > TomlReader.Deepest)
            throw cursor.Fail($"arrays and inline tables go at most {TomlReader.Deepest} deep");

        var position = cursor.Position;
        return cursor.Current switch
        {
            '"' or '\'' => new TomlString(TomlText.Read(ref cursor), position),
            '[' => ReadArray(ref cursor, depth),
            '{' => ReadInlineTable(ref cursor, depth),
            _ => TomlScalarReader.Read(ref cursor),
        };
    }

    private static TomlArray ReadArray(ref TomlCursor cursor, int depth)
    {
        var array = new TomlArray(cursor.Position, IsOfTables: false);
        cursor.Skip(1);
        while (true)
        {
            cursor.SkipLines();
            if (cursor.TrySkip(']'))
                return array;

            array.Add(Read(ref cursor, depth + 1));
            cursor.SkipLines();
            if (!cursor.TrySkip(',') && cursor.Current != ']')
                throw cursor.Fail("',' or ']' is expected in the array");
        }
    }

    private static TomlTable ReadInlineTable(ref TomlCursor cursor, int depth)
    {
        var table = new TomlTable(cursor.Position);
        cursor.Skip(1);
        cursor.SkipBlanks();
        if (!cursor.TrySkip('}'))
        {
            do
            {
                cursor.SkipBlanks();
                TomlAssignment.Read(ref cursor, table, depth + 1);
                cursor.SkipBlanks();
            }
            while (cursor.TrySkip(','));
            if (!cursor.TrySkip('}'))
                throw cursor.Fail("',' or '}' is expected in the inline table, all of which stands on one line");
        }

        table.Close();
        return table;
    }
}
