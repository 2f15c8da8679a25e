namespace Trellis.Akshi;

/// <summary>What decides an approval that the path names. Contract section 2.7.</summary>
internal sealed record DecisionBody(ApprovalVerdict Decision, string? Reason);
