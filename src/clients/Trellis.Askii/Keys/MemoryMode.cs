using System.Text.Json.Serialization;
using Trellis.Askii.Json;

namespace Trellis.Askii;

/// <summary>What a key's memory keeps. An open set: a mode that this version does not know can be received, but not sent.</summary>
[JsonConverter(typeof(MemoryModeConverter))]
public readonly record struct MemoryMode
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public MemoryMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The personal knowledge graph, <c>pkg</c>.</summary>
    public static MemoryMode Pkg { get; } = new("pkg");

    /// <summary>The collective knowledge graph, <c>ckg</c>.</summary>
    public static MemoryMode Ckg { get; } = new("ckg");

    /// <summary>Both, <c>all</c>.</summary>
    public static MemoryMode All { get; } = new("all");

    /// <summary>Whether this version knows the mode, so that it can be sent.</summary>
    public bool IsKnown => this == Pkg || this == Ckg || this == All;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
