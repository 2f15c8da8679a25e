namespace Trellis.Server.Akshi.Agents;

/// <summary>How a tick ended, and what follows.</summary>
/// <param name="State">What the agent does then.</param>
/// <param name="Reason">What the status tells about it; null for nothing.</param>
/// <param name="Error">Why the tick failed; null when it did not.</param>
internal sealed record TickOutcome(AgentState State, string? Reason, string? Error)
{
    /// <summary>How long until the next tick; null for the agent's interval, counted from the start of this one.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether the agent is started anew.</summary>
    public bool IsRestart { get; init; }

    /// <summary>Whether there is no next tick.</summary>
    public bool IsLast { get; init; }
}
