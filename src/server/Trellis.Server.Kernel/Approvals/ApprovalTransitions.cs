using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>How an approval changes. Nothing here asks whether it may.</summary>
internal static class ApprovalTransitions
{
    public static Approval Open(ApprovalRequest request, string id, DateTimeOffset now)
    {
        var openedAt = AsStored(now);
        var approval = new Approval
        {
            Id = id,
            OrganisationId = request.OrganisationId,
            Platform = request.Platform,
            SubjectId = request.SubjectId,
            SubjectDigest = request.SubjectDigest,
            RequestedBy = request.RequestedBy,
            Title = request.Title,
            Summary = request.Summary,
            Stages = request.Stages.ToArray(),
            AllowsOverride = request.AllowsOverride,
            CreatedAt = openedAt,
            ExpiresAt = request.ExpiresAt is { } expiry ? AsStored(expiry) : null,
            RequestedEscalateAt = request.EscalateAt is { } escalation ? AsStored(escalation) : null,
            StageStartedAt = openedAt,
        };
        return approval.BeginStage(0, openedAt);
    }

    public static Approval CompleteStage(this Approval approval, DateTimeOffset now) => approval.BeginStage(approval.StageIndex + 1, AsStored(now));

    public static Approval Escalate(this Approval approval) => approval with { EscalatedAt = approval.EscalateAt, EscalateAt = null };

    // What expired did so at its time, however much later somebody noticed.
    public static Approval Expire(this Approval approval) =>
        approval.End(ApprovalState.Expired, null, Approval.ExpiryReason, approval.ExpiresAt!.Value);

    public static Approval End(this Approval approval, ApprovalState state, string? by, string? reason, DateTimeOffset at) =>
        approval with { State = state, DecidedBy = by, Reason = reason, DecidedAt = AsStored(at), EscalateAt = null };

    public static bool IsExpiredAt(this Approval approval, DateTimeOffset now) =>
        approval.State is ApprovalState.Pending && approval.ExpiresAt <= now;

    public static bool IsEscalatedAt(this Approval approval, DateTimeOffset now) =>
        approval.State is ApprovalState.Pending && approval.EscalateAt <= now;

    /// <summary>What a reader is to see, whether or not the clock has come by.</summary>
    public static Approval AsOf(this Approval approval, DateTimeOffset now) =>
        approval.IsExpiredAt(now) ? approval.Expire()
        : approval.IsEscalatedAt(now) ? approval.Escalate()
        : approval;

    /// <summary>When the clock has to look at it next; null when never.</summary>
    public static DateTimeOffset? DueAt(this Approval approval) =>
        approval.State is ApprovalState.Pending ? Earlier(approval.ExpiresAt, approval.EscalateAt) : null;

    private static Approval BeginStage(this Approval approval, int index, DateTimeOffset now)
    {
        var ownEscalation = approval.Stages[index].EscalateAfter is { } wait ? AsStored(now + wait) : (DateTimeOffset?)null;
        var requested = approval.RequestedEscalateAt > now ? approval.RequestedEscalateAt : null;
        return approval with
        {
            StageIndex = index,
            StageStartedAt = now,
            EscalateAt = Earlier(ownEscalation, requested),
            EscalatedAt = null,
        };
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static DateTimeOffset AsStored(DateTimeOffset time) => UnixTime.FromMicroseconds(UnixTime.ToMicroseconds(time));
}
