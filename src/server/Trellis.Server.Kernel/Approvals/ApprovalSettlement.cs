using System.Collections.Frozen;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>Does to approvals what time demands, and tells their platforms.</summary>
internal sealed class ApprovalSettlement(IEnumerable<IApprovalObserver> observers, TimeProvider time)
{
    private readonly FrozenDictionary<string, IApprovalObserver> _observers = observers.ToFrozenDictionary(observer => observer.Platform);

    /// <summary>Locks an approval and brings it up to date; null when the organisation has none with this id.</summary>
    public async ValueTask<Approval?> LockAsync(ISqlSession session, long organisationId, string id)
    {
        if (await ApprovalTable.LockAsync(session, organisationId, id) is not { } approval)
            return null;

        // After the lock, which may have been waited for.
        var now = time.GetUtcNow();
        if (approval.IsExpiredAt(now))
            return await ExpireAsync(session, approval, now);
        return approval.IsEscalatedAt(now) ? await EscalateAsync(session, approval, now) : approval;
    }

    private async ValueTask<Approval> ExpireAsync(ISqlSession session, Approval approval, DateTimeOffset now)
    {
        var expired = approval.Expire();
        await RecordAsync(session, expired, ApprovalDecisionKind.Expire, now);
        if (_observers.TryGetValue(expired.Platform, out var observer))
            await observer.OnExpiredAsync(session, expired);
        return expired;
    }

    private async ValueTask<Approval> EscalateAsync(ISqlSession session, Approval approval, DateTimeOffset now)
    {
        var escalated = approval.Escalate();
        await RecordAsync(session, escalated, ApprovalDecisionKind.Escalate, now);
        if (_observers.TryGetValue(escalated.Platform, out var observer))
            await observer.OnEscalatedAsync(session, escalated);
        return escalated;
    }

    private static async ValueTask RecordAsync(ISqlSession session, Approval approval, ApprovalDecisionKind kind, DateTimeOffset now)
    {
        await ApprovalTable.UpdatePendingAsync(session, approval);
        await ApprovalHistory.AddAsync(session, approval.Id, new ApprovalDecision(approval.StageIndex, kind, null, null, now));
    }
}
