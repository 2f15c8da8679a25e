using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Akshi.Toml;

/// <summary>Keys and their values, in the order of the document.</summary>
/// <param name="Position">The place that made it.</param>
internal sealed record TomlTable(TomlPosition Position) : TomlValue(Position)
{
    private readonly OrderedDictionary<string, TomlValue> _members = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Kind => "a table";

    /// <summary>The keys and values.</summary>
    public IReadOnlyDictionary<string, TomlValue> Members => _members;

    /// <summary>What made it, which decides what may still add to it.</summary>
    public TomlTableOrigin Origin { get; set; } = TomlTableOrigin.Header;

    /// <summary>Finds a value.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out TomlValue? value) => _members.TryGetValue(key, out value);

    /// <summary>Adds a value, while the document is read.</summary>
    public bool TryAdd(string key, TomlValue value) => _members.TryAdd(key, value);

    /// <summary>Closes it and the tables that dotted keys made in it: nothing outside of an inline table adds to it.</summary>
    public void Close()
    {
        Origin = TomlTableOrigin.Inline;
        foreach (var member in _members.Values)
        {
            if (member is TomlTable { Origin: not TomlTableOrigin.Inline } table)
                table.Close();
        }
    }
}
