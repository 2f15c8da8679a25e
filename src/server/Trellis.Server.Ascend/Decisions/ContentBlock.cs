namespace Trellis.Server.Ascend.Decisions;

/// <summary>A check of the request's content that blocks it.</summary>
/// <param name="Source"><see cref="DecisionSource.CodeAnalysis"/> or <see cref="DecisionSource.PromptSecurity"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Findings">What was found, for <c>policy_violations</c>.</param>
internal sealed record ContentBlock(DecisionSource Source, string Reason, IReadOnlyList<string> Findings);
