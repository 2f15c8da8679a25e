namespace Trellis.Server.Console.Agents;

/// <summary>What the list of agents shows.</summary>
/// <param name="KillSwitch">Whether everything is stopped.</param>
/// <param name="Agents">The agents of both platforms.</param>
/// <param name="Offset">How many of ASCEND's were passed over.</param>
/// <param name="PageSize">How many of ASCEND's a page has at most.</param>
/// <param name="HasMore">Whether others follow.</param>
internal sealed record AgentListModel(KillSwitchState KillSwitch, IReadOnlyList<AgentLine> Agents, int Offset, int PageSize, bool HasMore);
