using System.Text.Json.Serialization;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>What somebody decides about an approval. Contract section 2.7.</summary>
[JsonConverter(typeof(ApprovalVerdictConverter))]
public readonly record struct ApprovalVerdict
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public ApprovalVerdict(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The agent may go on, <c>approve</c>.</summary>
    public static ApprovalVerdict Approve { get; } = new("approve");

    /// <summary>It must not, <c>deny</c>.</summary>
    public static ApprovalVerdict Deny { get; } = new("deny");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Approve || this == Deny;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
