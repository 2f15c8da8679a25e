using Trellis.Server.Akshi.Approvals;

namespace Trellis.Server.Akshi.Agents;

/// <summary>Lets an agent use a capability: when it has it, and, where its policy says so, when a person agrees. Safe for concurrent use.</summary>
internal sealed class ApprovalGate(IAgentApprovals approvals)
{
    /// <summary>Waits until the capability may be used. The clock of the tick stands still meanwhile.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="capability">The capability.</param>
    /// <param name="detail">The exact action, for the person to read.</param>
    /// <exception cref="AgentException">The agent has no such capability, a person refused, or nobody answered in time.</exception>
    public async Task PassAsync(Tick tick, string capability, string detail)
    {
        tick.Demand(capability);
        if (!tick.Agent.Approval.Asks(capability))
            return;

        tick.Fuel.Burn(FuelTank.QuestionCost);
        tick.Clock.Pause();
        try
        {
            var answer = await approvals.AskAsync(tick.Agent.Name, capability, detail, tick.Agent.Approval.Timeout, tick.Cancellation);
            if (answer is ApprovalAnswerKind.Denied)
                throw AgentErrors.ApprovalDenied(capability);
            if (answer is ApprovalAnswerKind.TimedOut)
                throw AgentErrors.ApprovalTimeout(capability);
        }
        finally
        {
            tick.Clock.Resume();
        }
    }
}
