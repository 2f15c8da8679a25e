using System.Text.Json.Serialization;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>Whether a grant holds. An open set: a value that this version does not know can be received. Contract section 4.5.</summary>
[JsonConverter(typeof(GrantStateConverter))]
public readonly record struct GrantState
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public GrantState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It holds, <c>active</c>.</summary>
    public static GrantState Active { get; } = new("active");

    /// <summary>It was taken back, <c>revoked</c>.</summary>
    public static GrantState Revoked { get; } = new("revoked");

    /// <summary>Its time is over, <c>expired</c>.</summary>
    public static GrantState Expired { get; } = new("expired");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Active || this == Revoked || this == Expired;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
