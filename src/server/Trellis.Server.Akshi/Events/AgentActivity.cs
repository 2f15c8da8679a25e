using System.Text.Json.Nodes;

namespace Trellis.Server.Akshi.Events;

/// <summary>Something that an agent did, for whoever watches (contract, section 3).</summary>
/// <param name="Agent">The agent.</param>
internal abstract record AgentActivity(string Agent)
{
    /// <summary>A tick began.</summary>
    internal sealed record RunStarted(string Agent, string RunId) : AgentActivity(Agent);

    /// <summary>A tick ended; each that began ends once, also when it fails.</summary>
    /// <param name="Agent">The agent.</param>
    /// <param name="RunId">The id of the start.</param>
    /// <param name="Duration">How long it took.</param>
    /// <param name="Error">Why it failed; null when it did not.</param>
    internal sealed record RunFinished(string Agent, string RunId, TimeSpan Duration, string? Error) : AgentActivity(Agent);

    /// <summary>An answer of a model begins.</summary>
    internal sealed record TextStarted(string Agent, string MessageId) : AgentActivity(Agent);

    /// <summary>A piece of an answer, never empty.</summary>
    internal sealed record Text(string Agent, string MessageId, string Delta) : AgentActivity(Agent);

    /// <summary>An answer of a model has ended.</summary>
    internal sealed record TextEnded(string Agent, string MessageId) : AgentActivity(Agent);

    /// <summary>A capability is used: a file is read, a request is made.</summary>
    internal sealed record ToolStarted(string Agent, string CallId, string Tool, JsonObject Arguments) : AgentActivity(Agent);

    /// <summary>The use of a capability has ended.</summary>
    internal sealed record ToolEnded(string Agent, string CallId, string Tool, string Result) : AgentActivity(Agent);

    /// <summary>The agent's status is another than before.</summary>
    internal sealed record StatusChanged(string Agent) : AgentActivity(Agent);
}
