namespace Trellis.Server.Akshi.Agents;

/// <summary>Why a tick could not do all that it wanted, and what follows from that.</summary>
internal enum AgentProblem
{
    /// <summary>It was refused something: the agent stays alive and tries again at its next tick.</summary>
    Refused,

    /// <summary>Its budget of the day is used up: it rests until the next day (UTC).</summary>
    DayBudget,

    /// <summary>Its whole budget is used up: it rests until its configuration changes.</summary>
    Budget,

    /// <summary>It failed: it is started anew.</summary>
    Trap,
}
