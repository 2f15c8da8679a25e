namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads <c>key = value</c> into a table; dotted keys make tables below it.</summary>
internal static class TomlAssignment
{
    /// <summary>Reads one assignment.</summary>
    public static void Read(ref TomlCursor cursor, TomlTable table, int depth)
    {
        var key = TomlKey.Read(ref cursor);
        if (!cursor.TrySkip('='))
            throw cursor.Fail($"'=' is expected after the key '{TomlKey.Text(key)}'");

        cursor.SkipBlanks();
        foreach (var part in key[..^1])
            table = Descend(table, part);

        var last = key[^1];
        if (table.TryGet(last.Name, out var earlier))
            throw new TomlException($"'{TomlKey.Text(key)}' is defined twice; it was {earlier.Kind} in line {earlier.Position.Line}", last.Position);

        table.TryAdd(last.Name, TomlValueReader.Read(ref cursor, depth));
    }

    private static TomlTable Descend(TomlTable parent, TomlKey.Part part)
    {
        if (!parent.TryGet(part.Name, out var found))
        {
            var made = new TomlTable(part.Position) { Origin = TomlTableOrigin.DottedKey };
            parent.TryAdd(part.Name, made);
            return made;
        }

        switch (found)
        {
            case TomlTable { Origin: TomlTableOrigin.DottedKey } table:
                return table;
            case TomlTable { Origin: TomlTableOrigin.Implied } implied:
                implied.Origin = TomlTableOrigin.DottedKey;
                return implied;
            default:
                throw new TomlException($"'{part.Name}' is {found.Kind} in line {found.Position.Line} and cannot be added to by a dotted key", part.Position);
        }
    }
}
