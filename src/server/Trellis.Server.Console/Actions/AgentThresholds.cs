namespace Trellis.Server.Console.Actions;

/// <summary>The thresholds that an action was judged by.</summary>
/// <param name="AutoApproveBelow">Lower scores go through.</param>
/// <param name="MaxRiskThreshold">From this score on it takes a person, or is denied.</param>
/// <param name="AgentType">The type of the agent.</param>
/// <param name="IsRegistered">Whether the agent was registered.</param>
internal sealed record AgentThresholds(int AutoApproveBelow, int MaxRiskThreshold, string AgentType, bool IsRegistered);
