namespace Trellis.Server.Console.Actions;

/// <summary>What the score of an action is made of, by what holds now (<c>/api/v1/actions/{id}/risk</c>).</summary>
/// <param name="RiskScore">0 to 100.</param>
/// <param name="TrustLevel">How far the agent is trusted.</param>
/// <param name="Environment">Where the action would happen.</param>
/// <param name="Breakdown">The parts.</param>
internal sealed record RiskExplanation(int RiskScore, string TrustLevel, string Environment, RiskParts Breakdown);
