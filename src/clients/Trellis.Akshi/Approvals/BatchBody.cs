namespace Trellis.Akshi;

/// <summary>What decides several approvals. Contract section 2.7.</summary>
internal sealed record BatchBody(IReadOnlyList<string> Ids, ApprovalVerdict Decision);
