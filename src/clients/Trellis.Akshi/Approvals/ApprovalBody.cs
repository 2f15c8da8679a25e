namespace Trellis.Akshi;

/// <summary>What decides an approval that the body names. Contract section 2.7.</summary>
internal sealed record ApprovalBody(string RequestId, ApprovalVerdict Decision, string? Reason);
