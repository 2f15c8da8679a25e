namespace Trellis.Akshi;

/// <summary>What an event of the unified stream is about. An open set: a value that this version does not know can be received. Contract section 3.3.</summary>
public readonly record struct RuntimeEventType
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public RuntimeEventType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A piece of what an agent says, <c>token</c>.</summary>
    public static RuntimeEventType Token { get; } = new("token");

    /// <summary>A tool is called, <c>tool_call_start</c>.</summary>
    public static RuntimeEventType ToolCallStart { get; } = new("tool_call_start");

    /// <summary>It answered, <c>tool_call_end</c>.</summary>
    public static RuntimeEventType ToolCallEnd { get; } = new("tool_call_end");

    /// <summary>A run ended, <c>agent_complete</c>.</summary>
    public static RuntimeEventType AgentComplete { get; } = new("agent_complete");

    /// <summary>Something failed, <c>error</c>.</summary>
    public static RuntimeEventType Error { get; } = new("error");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Token || this == ToolCallStart || this == ToolCallEnd || this == AgentComplete || this == Error;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
