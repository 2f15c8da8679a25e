namespace Trellis.Server.Akshi.Agents;

/// <summary>What an agent does in a tick. Its supervisor never runs two ticks of it at once, and contains whatever they throw.</summary>
internal interface IAgentBody
{
    /// <summary>The memory that it holds between ticks, in bytes; an estimate.</summary>
    long HeapBytes { get; }

    /// <summary>Does the work of one tick.</summary>
    /// <returns>What it could not do although it goes on, one line for the status; null when nothing.</returns>
    /// <exception cref="AgentException">The tick ended before its work was done.</exception>
    Task<string?> RunAsync(Tick tick);
}
