using System.Globalization;

namespace Trellis.Server.Akshi.Agents;

/// <summary>The errors that agents see (contract, sections 5.3, 5.4, 5.7 and 6).</summary>
internal static class AgentErrors
{
    /// <summary>The agent asks for what it was not given.</summary>
    public static AgentException CapabilityDenied(string capability) =>
        new(AgentProblem.Refused, "capability_denied", $"the agent has no capability '{capability}'");

    /// <summary>A person refused.</summary>
    public static AgentException ApprovalDenied(string capability) =>
        new(AgentProblem.Refused, "approval_denied", $"a person refused '{capability}'");

    /// <summary>Nobody answered.</summary>
    public static AgentException ApprovalTimeout(string capability) =>
        new(AgentProblem.Refused, "approval_timeout", $"nobody decided on '{capability}' in time");

    /// <summary>Only paid models are there and the agent may not pay.</summary>
    public static AgentException NoBudget() =>
        new(AgentProblem.Refused, "no_budget_configured", "only paid models are configured and the agent has no spend policy");

    /// <summary>Everything paid is stopped.</summary>
    public static AgentException KillSwitch() =>
        new(AgentProblem.Refused, "spend_kill_switch", "AKSHI_SPEND_KILL_SWITCH stops all paid actions");

    /// <summary>The budget of the day is used up.</summary>
    public static AgentException DayBudgetExceeded(decimal limit) =>
        new(AgentProblem.DayBudget, "budget_exceeded", string.Create(CultureInfo.InvariantCulture, $"the day's {limit} USD are spent; the agent rests until midnight UTC"));

    /// <summary>The whole budget is used up.</summary>
    public static AgentException BudgetExceeded(decimal limit) =>
        new(AgentProblem.Budget, "budget_exceeded", string.Create(CultureInfo.InvariantCulture, $"all of the {limit} USD are spent; the agent rests until its configuration changes"));

    /// <summary>The fuel of the tick is used up.</summary>
    public static AgentException FuelExhausted() => new(AgentProblem.Trap, "fuel_exhausted", "the tick used up its fuel");

    /// <summary>The agent holds too much.</summary>
    public static AgentException MemoryExceeded(int limitMb) =>
        new(AgentProblem.Trap, "memory_exceeded", string.Create(CultureInfo.InvariantCulture, $"the agent holds more than its {limitMb} MiB"));
}
