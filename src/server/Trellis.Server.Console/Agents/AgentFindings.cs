namespace Trellis.Server.Console.Agents;

/// <summary>A page of findings.</summary>
/// <param name="Findings">The findings, the oldest first.</param>
/// <param name="NextSeq">The number that comes after them.</param>
internal sealed record AgentFindings(IReadOnlyList<AgentFinding> Findings, long NextSeq);
