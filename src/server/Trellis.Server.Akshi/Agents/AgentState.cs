namespace Trellis.Server.Akshi.Agents;

/// <summary>What an agent does (contract, sections 2.3 and 4.4).</summary>
internal enum AgentState
{
    /// <summary>It waits for its next tick.</summary>
    Idle,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It was stopped by hand or is not enabled.</summary>
    Stopped,

    /// <summary>It failed for good.</summary>
    Error,
}
