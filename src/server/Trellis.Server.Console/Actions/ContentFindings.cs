namespace Trellis.Server.Console.Actions;

/// <summary>What a check of code or prompts came to.</summary>
/// <param name="Blocked">Whether the action had to be refused for it.</param>
/// <param name="Score">The risk of the worst finding, 0 to 100.</param>
/// <param name="Findings">What was found.</param>
internal sealed record ContentFindings(bool Blocked, int Score, IReadOnlyList<ContentFinding> Findings);
