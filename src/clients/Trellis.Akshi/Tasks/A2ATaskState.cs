using System.Text.Json.Serialization;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>How far a task has come. An open set: a value that this version does not know can be received. Contract section 4.7.</summary>
[JsonConverter(typeof(A2ATaskStateConverter))]
public readonly record struct A2ATaskState
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public A2ATaskState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nobody has taken it, <c>pending</c>.</summary>
    public static A2ATaskState Pending { get; } = new("pending");

    /// <summary>An agent works on it, <c>running</c>.</summary>
    public static A2ATaskState Running { get; } = new("running");

    /// <summary>It is done, <c>completed</c>.</summary>
    public static A2ATaskState Completed { get; } = new("completed");

    /// <summary>It failed, <c>failed</c>.</summary>
    public static A2ATaskState Failed { get; } = new("failed");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Pending || this == Running || this == Completed || this == Failed;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
