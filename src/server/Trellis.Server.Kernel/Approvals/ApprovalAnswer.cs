namespace Trellis.Server.Kernel.Approvals;

/// <summary>What a person answers to an approval.</summary>
/// <param name="Verdict">Approve or reject.</param>
/// <param name="Comment">Why; <see cref="Storage.StorableText"/>, or null for no comment.</param>
/// <param name="ExpectedDigest">
/// The <see cref="ApprovalRequest.SubjectDigest"/> of what the person was shown, so that nobody approves what they did not see; null when
/// the person was shown what is stored.
/// </param>
public sealed record ApprovalAnswer(ApprovalVerdict Verdict, string? Comment = null, string? ExpectedDigest = null);
