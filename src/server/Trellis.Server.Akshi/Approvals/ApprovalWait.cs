namespace Trellis.Server.Akshi.Approvals;

/// <summary>An agent that waits for its answer.</summary>
internal sealed class ApprovalWait
{
    private readonly TaskCompletionSource<ApprovalAnswerKind> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer, once there is one.</summary>
    public Task<ApprovalAnswerKind> Answer => _answer.Task;

    /// <summary>Done when the agent waits no more and all that follows from that is stored.</summary>
    public Task Ended => _end.Task;

    /// <summary>Gives the answer; the first one counts.</summary>
    public void SetAnswer(ApprovalAnswerKind answer) => _answer.TrySetResult(answer);

    /// <summary>The agent waits no more.</summary>
    public void End() => _end.TrySetResult();
}
