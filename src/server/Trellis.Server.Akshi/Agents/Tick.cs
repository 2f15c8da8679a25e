using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Agents;

/// <summary>One run of an agent.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Fuel">What it may use.</param>
/// <param name="Clock">How long it may take.</param>
internal sealed record Tick(AgentConfiguration Agent, FuelTank Fuel, TickClock Clock)
{
    /// <summary>Ends the tick from outside.</summary>
    public CancellationToken Cancellation => Clock.Token;

    /// <summary>Fails unless the agent has a capability.</summary>
    /// <exception cref="AgentException">It has not.</exception>
    public void Demand(string capability)
    {
        if (!Agent.Capabilities.Contains(capability))
            throw AgentErrors.CapabilityDenied(capability);
    }
}
