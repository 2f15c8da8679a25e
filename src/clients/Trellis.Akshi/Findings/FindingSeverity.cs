using System.Text.Json.Serialization;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>How much a finding matters. An open set: a value that this version does not know can be received. Contract section 4.2.</summary>
[JsonConverter(typeof(FindingSeverityConverter))]
public readonly record struct FindingSeverity
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public FindingSeverity(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The worst, <c>critical</c>.</summary>
    public static FindingSeverity Critical { get; } = new("critical");

    /// <summary>In the middle, <c>warning</c>.</summary>
    public static FindingSeverity Warning { get; } = new("warning");

    /// <summary>The least, <c>info</c>.</summary>
    public static FindingSeverity Info { get; } = new("info");

    /// <summary>Worse than <see cref="Warning"/>; a word of other SDKs, <c>high</c>.</summary>
    public static FindingSeverity High { get; } = new("high");

    /// <summary>As <see cref="Warning"/>; a word of other SDKs, <c>medium</c>.</summary>
    public static FindingSeverity Medium { get; } = new("medium");

    /// <summary>Less than <see cref="Warning"/>; a word of other SDKs, <c>low</c>.</summary>
    public static FindingSeverity Low { get; } = new("low");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Critical || this == Warning || this == Info || this == High || this == Medium || this == Low;

    /// <summary>Same as <see cref="FindingSeverity(string)"/>.</summary>
    public static implicit operator FindingSeverity(string value) => new(value);

    /// <summary>Same as <see cref="FindingSeverity(string)"/>.</summary>
    public static FindingSeverity FromString(string value) => new(value);

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
