using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>What waits for a person, and what the person says (contract, sections 2.7 and 4.6). Safe for concurrent use.</summary>
internal sealed class ApprovalDesk(
    IStore store, IApprovals approvals, IReceipts receipts, IAuditLog audit, RuntimeOwner owner, ApprovalWaits waits, StateChangeSignal changes)
{
    private const int MostPending = 1000;
    private const int MostResolved = 200;

    /// <summary>What waits, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<Approval>> ListPendingAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(AkshiApprovals.Pending, MostPending, cancellationToken)).Reverse()];

    /// <summary>What has ended, the newest first.</summary>
    public async ValueTask<IReadOnlyList<Approval>> ListResolvedAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(AkshiApprovals.Resolved, MostResolved, cancellationToken)).OrderByDescending(static approval => approval.DecidedAt)];

    /// <summary>Decides together, in one transaction.</summary>
    /// <param name="ids">The approvals; those that nobody can decide any more are passed over.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="origin">From where.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>Those that were decided now, in the order given.</returns>
    public async ValueTask<IReadOnlyList<Approval>> DecideAsync(
        IReadOnlyList<string> ids, ApprovalDecisionInput decision, string actor, RequestOrigin origin, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        var decided = await store.WriteAsync(
            async session =>
            {
                // Locked in one order by all, so that no two batches wait for each other.
                var now = new Dictionary<string, Approval>(StringComparer.Ordinal);
                foreach (var id in ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    if (await DecideAsync(session, organisation, id, decision, actor) is { } approval)
                        now.Add(id, approval);
                }

                foreach (var approval in now.Values)
                {
                    await receipts.AppendAsync(session, organisation, ApprovalEvents.Receipt(approval, decision));
                    await audit.AppendAsync(session, ApprovalEvents.Decided(approval, decision.IsApproval, decision.Reason, origin));
                    session.AfterCommit(() => waits.Answer(approval));
                }

                return now;
            },
            cancellationToken);
        if (decided.Count > 0)
            changes.ApprovalsChanged();
        return [.. ids.Distinct(StringComparer.Ordinal).Where(decided.ContainsKey).Select(id => decided[id])];
    }

    private async ValueTask<Approval?> DecideAsync(
        ISqlSession session, long organisation, string id, ApprovalDecisionInput decision, string actor)
    {
        if (await approvals.FindAsync(session, organisation, id) is not { Platform: AkshiApprovals.Platform })
            return null;

        var decider = new Decider { UserId = actor, Level = ApprovalLevel.Highest };
        var verdict = decision.IsApproval ? ApprovalVerdict.Approve : ApprovalVerdict.Reject;
        var outcome = await approvals.DecideAsync(session, organisation, id, decider, new ApprovalAnswer(verdict, decision.Reason));
        return outcome.Kind is ApprovalOutcomeKind.Decided ? outcome.Approval : null;
    }

    private async ValueTask<IReadOnlyList<Approval>> ListAsync(ApprovalFilter filter, int most, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.ReadAsync(session => approvals.ListAsync(session, organisation, filter, new ApprovalPage(most)), cancellationToken);
    }
}
