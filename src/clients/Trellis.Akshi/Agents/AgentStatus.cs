namespace Trellis.Akshi;

/// <summary>How an agent is. Contract section 2.3.</summary>
public sealed record AgentStatus : AkshiAnswer
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it does.</summary>
    public AgentState? Status { get; init; }

    /// <summary>For how long it has run since it was last started, in milliseconds.</summary>
    public long? UptimeMs { get; init; }

    /// <summary>How long ago it last executed, in milliseconds; <see langword="null"/> when it never did.</summary>
    public long? LastActivityMsAgo { get; init; }

    /// <summary>How often it was restarted.</summary>
    public long? RestartCount { get; init; }

    /// <summary>What it uses.</summary>
    public AgentMemory? MemoryProfile { get; init; }
}
