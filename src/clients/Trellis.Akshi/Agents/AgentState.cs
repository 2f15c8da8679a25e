using System.Text.Json.Serialization;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>What an agent does. An open set: a value that this version does not know can be received. Contract sections 2.3 and 4.4.</summary>
[JsonConverter(typeof(AgentStateConverter))]
public readonly record struct AgentState
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public AgentState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It executes, <c>running</c>.</summary>
    public static AgentState Running { get; } = new("running");

    /// <summary>It waits for its next tick, <c>idle</c>.</summary>
    public static AgentState Idle { get; } = new("idle");

    /// <summary>Somebody stopped it, <c>stopped</c>.</summary>
    public static AgentState Stopped { get; } = new("stopped");

    /// <summary>It failed for good, <c>error</c>.</summary>
    public static AgentState Error { get; } = new("error");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Running || this == Idle || this == Stopped || this == Error;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
