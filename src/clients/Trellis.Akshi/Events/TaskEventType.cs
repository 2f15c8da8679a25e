namespace Trellis.Akshi;

/// <summary>What happened to a task. An open set: a value that this version does not know can be received. Contract section 3.4.</summary>
public readonly record struct TaskEventType
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public TaskEventType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It was given, <c>task_created</c>.</summary>
    public static TaskEventType Created { get; } = new("task_created");

    /// <summary>An agent took it, <c>task_started</c>.</summary>
    public static TaskEventType Started { get; } = new("task_started");

    /// <summary>It came on, <c>task_progress</c>.</summary>
    public static TaskEventType Progress { get; } = new("task_progress");

    /// <summary>It is done, <c>task_completed</c>.</summary>
    public static TaskEventType Completed { get; } = new("task_completed");

    /// <summary>It failed, <c>task_failed</c>.</summary>
    public static TaskEventType Failed { get; } = new("task_failed");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Created || this == Started || this == Progress || this == Completed || this == Failed;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
