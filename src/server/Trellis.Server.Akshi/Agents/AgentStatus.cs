namespace Trellis.Server.Akshi.Agents;

/// <summary>How an agent is (contract, section 2.3).</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it does.</param>
/// <param name="Uptime">Since it was last started.</param>
/// <param name="SinceActivity">Since it last ran; null when it never has.</param>
/// <param name="RestartCount">How often it was started anew after a failure.</param>
/// <param name="HeapBytes">The memory that it holds between ticks, in bytes.</param>
/// <param name="FuelRemaining">What is left of the fuel of the tick; null for no limit.</param>
/// <param name="Reason">Why it is in error, or what its last tick could not do; null when there is nothing to tell.</param>
internal sealed record AgentStatus(
    string Name,
    AgentState State,
    TimeSpan Uptime,
    TimeSpan? SinceActivity,
    int RestartCount,
    long HeapBytes,
    long? FuelRemaining,
    string? Reason);
