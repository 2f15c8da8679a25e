namespace Trellis.Server.Console.Actions;

/// <summary>Something that a check of code or prompts has found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Description">What it is.</param>
internal sealed record ContentFinding(string Rule, string Severity, string Description);
