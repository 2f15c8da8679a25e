namespace Trellis.Akshi;

/// <summary>What an event of the AG-UI stream is about. An open set: a value that this version does not know can be received. Contract section 3.2.</summary>
public readonly record struct AguiEventType
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public AguiEventType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The whole state; the first on every connection, <c>STATE_SNAPSHOT</c>.</summary>
    public static AguiEventType StateSnapshot { get; } = new("STATE_SNAPSHOT");

    /// <summary>What changed in it, <c>STATE_DELTA</c>.</summary>
    public static AguiEventType StateDelta { get; } = new("STATE_DELTA");

    /// <summary>A run of an agent began, <c>RUN_STARTED</c>.</summary>
    public static AguiEventType RunStarted { get; } = new("RUN_STARTED");

    /// <summary>It ended, well or not, <c>RUN_FINISHED</c>.</summary>
    public static AguiEventType RunFinished { get; } = new("RUN_FINISHED");

    /// <summary>A message begins, <c>TEXT_MESSAGE_START</c>.</summary>
    public static AguiEventType TextMessageStart { get; } = new("TEXT_MESSAGE_START");

    /// <summary>A part of it, <c>TEXT_MESSAGE_CONTENT</c>.</summary>
    public static AguiEventType TextMessageContent { get; } = new("TEXT_MESSAGE_CONTENT");

    /// <summary>It ended, <c>TEXT_MESSAGE_END</c>.</summary>
    public static AguiEventType TextMessageEnd { get; } = new("TEXT_MESSAGE_END");

    /// <summary>A tool is called, <c>TOOL_CALL_START</c>.</summary>
    public static AguiEventType ToolCallStart { get; } = new("TOOL_CALL_START");

    /// <summary>It answered, <c>TOOL_CALL_END</c>.</summary>
    public static AguiEventType ToolCallEnd { get; } = new("TOOL_CALL_END");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown =>
        this == StateSnapshot || this == StateDelta || this == RunStarted || this == RunFinished
        || this == TextMessageStart || this == TextMessageContent || this == TextMessageEnd || this == ToolCallStart
        || this == ToolCallEnd;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
