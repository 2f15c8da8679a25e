namespace Trellis.Server.Akshi.Configuration;

/// <summary>Whether an agent's journal is replicated: <c>[agents.sync.journal]</c>.</summary>
internal sealed record JournalSync
{
    /// <summary>Whether it is.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The topic; null for the agent's name.</summary>
    public string? Topic { get; init; }
}
