using System.Globalization;

namespace Trellis.Askii;

/// <summary>One step into a JSON document: the name of a member, or the index of an array's element.</summary>
public readonly record struct FieldPathPart
{
    private readonly string? _name;

    private FieldPathPart(string? name, long? index) => (_name, Index) = (name, index);

    /// <summary>The element's index, or <see langword="null"/> for a member.</summary>
    public long? Index { get; }

    /// <summary>The member's name, or <see langword="null"/> for an element.</summary>
    public string? Name => Index is null ? _name ?? "" : null;

    /// <summary>A step to a member.</summary>
    public static implicit operator FieldPathPart(string name) => new(name, null);

    /// <summary>A step to an element.</summary>
    public static implicit operator FieldPathPart(long index) => new(null, index);

    /// <summary>The name, or the index in decimal digits.</summary>
    public override string ToString() => Index is { } index ? index.ToString(CultureInfo.InvariantCulture) : _name ?? "";
}
