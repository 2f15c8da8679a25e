using Trellis.Server.Ascend.Approvals;

namespace Trellis.Server.Ascend.Actions;

/// <summary>A submitted action before its transaction. Immutable.</summary>
/// <param name="Submission">What was submitted.</param>
/// <param name="Circumstances">What was known about it.</param>
internal sealed record ActionDraft(Submission Submission, Circumstances Circumstances)
{
    /// <summary>The judgement; null when the action is refused without one.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>The approval to open; null when the action waits for nobody.</summary>
    public PlannedApproval? Approval { get; init; }

    /// <summary>What is to be kept, when nothing of it has to wait for the transaction; else null.</summary>
    public ComposedAction? Composed { get; init; }
}
