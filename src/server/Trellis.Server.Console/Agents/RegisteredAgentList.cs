namespace Trellis.Server.Console.Agents;

/// <summary>A page of ASCEND's registry.</summary>
/// <param name="Agents">The agents.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record RegisteredAgentList(IReadOnlyList<RegisteredAgent> Agents, long Total);
