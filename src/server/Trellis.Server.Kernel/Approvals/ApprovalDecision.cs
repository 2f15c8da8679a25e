namespace Trellis.Server.Kernel.Approvals;

/// <summary>One entry of an approval's history.</summary>
/// <param name="Stage">The index of the stage it happened in.</param>
/// <param name="Kind">What happened.</param>
/// <param name="DeciderId">The id of the user who did it; null when it was the clock.</param>
/// <param name="Comment">What the decider said.</param>
/// <param name="At">When.</param>
public sealed record ApprovalDecision(int Stage, ApprovalDecisionKind Kind, string? DeciderId, string? Comment, DateTimeOffset At);
