using System.Text.Json.Serialization;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>How an approval stands. An open set: a value that this version does not know can be received. Contract section 4.6.</summary>
[JsonConverter(typeof(ApprovalStateConverter))]
public readonly record struct ApprovalState
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public ApprovalState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nobody has decided, <c>pending</c>.</summary>
    public static ApprovalState Pending { get; } = new("pending");

    /// <summary>The agent may go on, <c>approved</c>.</summary>
    public static ApprovalState Approved { get; } = new("approved");

    /// <summary>It must not, <c>denied</c>.</summary>
    public static ApprovalState Denied { get; } = new("denied");

    /// <summary>Nobody decided in time, which counts as denied, <c>expired</c>.</summary>
    public static ApprovalState Expired { get; } = new("expired");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Pending || this == Approved || this == Denied || this == Expired;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
