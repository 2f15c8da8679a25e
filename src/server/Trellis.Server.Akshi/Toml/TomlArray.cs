namespace Trellis.Server.Akshi.Toml;

/// <summary>A list of values, of any types.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="IsOfTables">Whether headers in double brackets make it, which alone can add to it.</param>
internal sealed record TomlArray(TomlPosition Position, bool IsOfTables) : TomlValue(Position)
{
    private readonly List<TomlValue> _items = [];

    /// <inheritdoc/>
    public override string Kind => IsOfTables ? "an array of tables" : "an array";

    /// <summary>The elements, in order.</summary>
    public IReadOnlyList<TomlValue> Items => _items;

    /// <summary>Appends an element, while the document is read.</summary>
    public void Add(TomlValue value) => _items.Add(value);
}
