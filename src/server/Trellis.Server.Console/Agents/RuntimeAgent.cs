namespace Trellis.Server.Console.Agents;

/// <summary>An agent that Akshi runs.</summary>
internal sealed record RuntimeAgent
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>idle</c>, <c>running</c>, <c>stopped</c> or <c>error</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why it stopped or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>How long it has been there, in milliseconds.</summary>
    public long UptimeMs { get; init; }

    /// <summary>How long ago it did something, in milliseconds; null for never.</summary>
    public long? LastActivityMsAgo { get; init; }

    /// <summary>How often it was started anew.</summary>
    public long RestartCount { get; init; }

    /// <summary>What it uses.</summary>
    public AgentMemory? MemoryProfile { get; init; }

    /// <summary>When it last did something.</summary>
    public DateTimeOffset? LastActivityAt(DateTimeOffset now) =>
        LastActivityMsAgo is { } silence ? now - TimeSpan.FromMilliseconds(silence) : null;
}
