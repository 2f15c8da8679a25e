using Trellis.Server.Console.Http;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console.Approvals;

/// <summary>Reads the kernel's inbox, which is one for all platforms. Safe for concurrent use.</summary>
internal sealed class ApprovalReader(IStore store, IApprovals approvals)
{
    private static readonly ApprovalFilter Waiting = new() { States = [ApprovalState.Pending] };

    private static readonly ApprovalFilter Decided = new()
    {
        States = [ApprovalState.Approved, ApprovalState.Rejected, ApprovalState.Expired, ApprovalState.Cancelled],
    };

    /// <summary>How many approvals wait.</summary>
    public ValueTask<long> CountPendingAsync(ConsoleCall call) =>
        store.ReadAsync(session => approvals.CountAsync(session, call.Session.Operator.OrganisationId, Waiting), call.Aborted);

    /// <summary>Approvals, the newest first.</summary>
    public ValueTask<IReadOnlyList<Approval>> ListAsync(ConsoleCall call, bool isDecided, int limit, int offset) =>
        store.ReadAsync(
            session => approvals.ListAsync(
                session, call.Session.Operator.OrganisationId, isDecided ? Decided : Waiting, new Kernel.Approvals.ApprovalPage(limit, Offset: offset)),
            call.Aborted);

    /// <summary>An approval and what has happened to it; null when the organisation has none with the id.</summary>
    public ValueTask<(Approval Approval, IReadOnlyList<ApprovalDecision> History)?> FindAsync(ConsoleCall call, string id) =>
        store.ReadAsync(session => FindAsync(session, call.Session.Operator.OrganisationId, id), call.Aborted);

    private async ValueTask<(Approval Approval, IReadOnlyList<ApprovalDecision> History)?> FindAsync(ISqlSession session, long organisationId, string id) =>
        await approvals.FindAsync(session, organisationId, id) is { } approval
            ? (approval, await approvals.ListDecisionsAsync(session, organisationId, id))
            : null;
}
