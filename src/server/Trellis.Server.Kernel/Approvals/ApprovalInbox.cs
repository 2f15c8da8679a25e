using System.Security.Cryptography;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <inheritdoc cref="IApprovals"/>
internal sealed class ApprovalInbox(ApprovalSettlement settlement, ApprovalAlarm alarm, RandomNumberGenerator random, TimeProvider time) : IApprovals
{
    private const int IdBytes = 8;

    /// <inheritdoc/>
    public string NewId()
    {
        Span<byte> bits = stackalloc byte[IdBytes];
        random.GetBytes(bits);
        return $"apr_{Convert.ToHexStringLower(bits)}";
    }

    /// <inheritdoc/>
    public async ValueTask<Approval> OpenAsync(ISqlSession session, ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        var approval = ApprovalTransitions.Open(request, request.Id ?? NewId(), time.GetUtcNow());
        await ApprovalTable.InsertAsync(session, approval);
        SetAlarm(session, approval);
        return approval;
    }

    /// <inheritdoc/>
    public async ValueTask<ApprovalOutcome> DecideAsync(
        ISqlSession session, long organisationId, string id, Decider decider, ApprovalAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(decider);
        ArgumentNullException.ThrowIfNull(answer);

        if (await settlement.LockAsync(session, organisationId, id) is not { } approval)
            return ApprovalOutcome.NotFound;
        if (approval.State is not ApprovalState.Pending)
            return Ended(approval);

        var earlier = await ApprovalHistory.DecidersAsync(session, id, ApprovalDecisionKind.Approve);
        if (ApprovalRules.Refuse(approval, decider, answer, earlier) is { } refusal)
            return new ApprovalOutcome(refusal, approval);

        return answer.Verdict is ApprovalVerdict.Reject
            ? await EndAsync(session, approval, ApprovalState.Rejected, ApprovalDecisionKind.Reject, decider.UserId, answer.Comment)
            : approval.StageIndex == approval.Stages.Count - 1
            ? await EndAsync(session, approval, ApprovalState.Approved, ApprovalDecisionKind.Approve, decider.UserId, answer.Comment)
            : await CompleteStageAsync(session, approval, decider.UserId, answer.Comment);
    }

    /// <inheritdoc/>
    public async ValueTask<ApprovalOutcome> OverrideAsync(
        ISqlSession session, long organisationId, string id, Decider decider, string justification, string? expectedDigest = null)
    {
        ArgumentNullException.ThrowIfNull(decider);

        if (await settlement.LockAsync(session, organisationId, id) is not { } approval)
            return ApprovalOutcome.NotFound;
        if (approval.State is not ApprovalState.Pending)
            return Ended(approval);

        var earlier = await ApprovalHistory.DecidersAsync(session, id, ApprovalDecisionKind.Override);
        if (ApprovalRules.RefuseOverride(approval, decider, justification, expectedDigest, earlier) is { } refusal)
            return new ApprovalOutcome(refusal, approval);

        if (earlier.Count > 0)
        {
            var overridden = approval with { Review = ApprovalReview.Due };
            return await EndAsync(session, overridden, ApprovalState.Approved, ApprovalDecisionKind.Override, decider.UserId, justification);
        }

        await RecordAsync(session, approval, ApprovalDecisionKind.Override, decider.UserId, justification, time.GetUtcNow());
        return new ApprovalOutcome(ApprovalOutcomeKind.OverrideAwaitsSecond, approval);
    }

    /// <inheritdoc/>
    public async ValueTask<ApprovalOutcome> ReviewAsync(ISqlSession session, long organisationId, string id, Decider reviewer, string? comment)
    {
        ArgumentNullException.ThrowIfNull(reviewer);

        if (await settlement.LockAsync(session, organisationId, id) is not { } approval)
            return ApprovalOutcome.NotFound;

        var overriders = await ApprovalHistory.DecidersAsync(session, id, ApprovalDecisionKind.Override);
        if (ApprovalRules.RefuseReview(approval, reviewer, overriders) is { } refusal)
            return new ApprovalOutcome(refusal, approval);

        var now = time.GetUtcNow();
        var reviewed = approval with { Review = ApprovalReview.Done, ReviewedBy = reviewer.UserId, ReviewedAt = now };
        await ApprovalTable.UpdateReviewAsync(session, reviewed);
        await RecordAsync(session, reviewed, ApprovalDecisionKind.Review, reviewer.UserId, comment, now);
        return new ApprovalOutcome(ApprovalOutcomeKind.Reviewed, reviewed);
    }

    /// <inheritdoc/>
    public async ValueTask<ApprovalOutcome> CancelAsync(
        ISqlSession session, long organisationId, string id, string cancelledBy, string? reason)
    {
        if (await settlement.LockAsync(session, organisationId, id) is not { } approval)
            return ApprovalOutcome.NotFound;
        return approval.State is ApprovalState.Pending
            ? await EndAsync(session, approval, ApprovalState.Cancelled, ApprovalDecisionKind.Cancel, cancelledBy, reason)
            : Ended(approval);
    }

    /// <inheritdoc/>
    public async ValueTask<Approval?> FindAsync(ISqlSession session, long organisationId, string id) =>
        (await ApprovalTable.FindAsync(session, organisationId, id))?.AsOf(time.GetUtcNow());

    /// <inheritdoc/>
    public async ValueTask<Approval?> FindBySubjectAsync(ISqlSession session, long organisationId, string platform, string subjectId) =>
        (await ApprovalTable.FindBySubjectAsync(session, organisationId, platform, subjectId))?.AsOf(time.GetUtcNow());

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Approval>> ListAsync(
        ISqlSession session, long organisationId, ApprovalFilter filter, ApprovalPage page)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);

        var now = time.GetUtcNow();
        return [.. (await ApprovalList.ReadAsync(session, organisationId, filter, page, now)).Select(approval => approval.AsOf(now))];
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(ISqlSession session, long organisationId, ApprovalFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ApprovalList.CountAsync(session, organisationId, filter, time.GetUtcNow());
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ApprovalDecision>> ListDecisionsAsync(ISqlSession session, long organisationId, string id) =>
        ApprovalHistory.ReadAsync(session, organisationId, id);

    private static ApprovalOutcome Ended(Approval approval) =>
        new(approval.State is ApprovalState.Expired ? ApprovalOutcomeKind.Expired : ApprovalOutcomeKind.AlreadyDecided, approval);

    private async ValueTask<ApprovalOutcome> CompleteStageAsync(ISqlSession session, Approval approval, string by, string? comment)
    {
        var now = time.GetUtcNow();
        var next = approval.CompleteStage(now);
        await ApprovalTable.UpdatePendingAsync(session, next);
        await RecordAsync(session, approval, ApprovalDecisionKind.Approve, by, comment, now);
        SetAlarm(session, next);
        return new ApprovalOutcome(ApprovalOutcomeKind.StageCompleted, next);
    }

    private async ValueTask<ApprovalOutcome> EndAsync(
        ISqlSession session, Approval approval, ApprovalState state, ApprovalDecisionKind kind, string by, string? comment)
    {
        var now = time.GetUtcNow();
        var ended = approval.End(state, by, comment, now);
        await ApprovalTable.UpdatePendingAsync(session, ended);
        await RecordAsync(session, approval, kind, by, comment, now);
        return new ApprovalOutcome(ApprovalOutcomeKind.Decided, ended);
    }

    private static ValueTask<int> RecordAsync(
        ISqlSession session, Approval approval, ApprovalDecisionKind kind, string by, string? comment, DateTimeOffset now) =>
        ApprovalHistory.AddAsync(session, approval.Id, new ApprovalDecision(approval.StageIndex, kind, by, comment, now));

    private void SetAlarm(ISqlSession session, Approval approval)
    {
        if (approval.DueAt() is { } due)
            session.AfterCommit(() => alarm.RingBy(due));
    }
}
