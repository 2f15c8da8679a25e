namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads headers: <c>[table]</c> and <c>[[array of tables]]</c>.</summary>
internal static class TomlHeader
{
    /// <summary>Reads a header and returns the table that the following lines fill.</summary>
    public static TomlTable Read(ref TomlCursor cursor, TomlTable root)
    {
        var position = cursor.Position;
        cursor.Skip(1);
        var isArray = cursor.TrySkip('[');
        var key = TomlKey.Read(ref cursor);
        if (!cursor.TrySkip(']') || (isArray && !cursor.TrySkip(']')))
            throw cursor.Fail(isArray ? "the header of an array of tables ends with ']]'" : "the header of a table ends with ']'");

        var parent = root;
        foreach (var part in key[..^1])
            parent = Descend(parent, part);
        return isArray ? Append(parent, key, position) : Open(parent, key, position);
    }

    private static TomlTable Descend(TomlTable parent, TomlKey.Part part)
    {
        if (!parent.TryGet(part.Name, out var found))
        {
            var made = new TomlTable(part.Position) { Origin = TomlTableOrigin.Implied };
            parent.TryAdd(part.Name, made);
            return made;
        }

        return found switch
        {
            TomlTable { Origin: TomlTableOrigin.Inline } => throw new TomlException($"'{part.Name}' is an inline table and cannot be added to", part.Position),
            TomlTable table => table,
            TomlArray { IsOfTables: true, Items: [.., TomlTable last] } => last,
            _ => throw new TomlException($"'{part.Name}' is {found.Kind} and can have no tables below it", part.Position),
        };
    }

    private static TomlTable Open(TomlTable parent, List<TomlKey.Part> key, TomlPosition position)
    {
        if (!parent.TryGet(key[^1].Name, out var found))
        {
            var made = new TomlTable(position);
            parent.TryAdd(key[^1].Name, made);
            return made;
        }

        if (found is not TomlTable { Origin: TomlTableOrigin.Implied } implied)
            throw new TomlException($"'{TomlKey.Text(key)}' is defined twice; it was {found.Kind} in line {found.Position.Line}", position);

        implied.Origin = TomlTableOrigin.Header;
        return implied;
    }

    private static TomlTable Append(TomlTable parent, List<TomlKey.Part> key, TomlPosition position)
    {
        var table = new TomlTable(position);
        if (!parent.TryGet(key[^1].Name, out var found))
            parent.TryAdd(key[^1].Name, found = new TomlArray(position, IsOfTables: true));
        if (found is not TomlArray { IsOfTables: true } array)
            throw new TomlException($"'{TomlKey.Text(key)}' is {found.Kind} in line {found.Position.Line}, not an array of tables", position);

        array.Add(table);
        return table;
    }
}
