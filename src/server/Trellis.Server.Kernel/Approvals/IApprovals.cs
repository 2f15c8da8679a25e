using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>
/// What waits for a person, over all platforms. Everything joins the caller's transaction, so that a platform keeps its own change together
/// with the decision. A changing call locks the approval until the transaction ends: call it before you lock rows of your own.
/// Safe for concurrent use.
/// </summary>
/// <remarks>
/// An approval that is past its time is expired for every call, whether or not the clock has come by; a changing call then also makes it
/// so, and tells the platform's <see cref="IApprovalObserver"/>. So commit the transaction even when the outcome is a refusal.
/// </remarks>
public interface IApprovals
{
    /// <summary>Makes an id that no approval has: <c>apr_</c> and 64 random bits in hexadecimal.</summary>
    string NewId();

    /// <summary>Opens an approval.</summary>
    /// <exception cref="StoreException">There is an approval with the request's id.</exception>
    ValueTask<Approval> OpenAsync(ISqlSession session, ApprovalRequest request);

    /// <summary>
    /// Approves or rejects the stage that waits. Of several people who decide at once, one ends the stage; the others are told.
    /// Rejecting takes the same level as approving, but may be done by whoever asked or took an earlier stage.
    /// </summary>
    ValueTask<ApprovalOutcome> DecideAsync(ISqlSession session, long organisationId, string id, Decider decider, ApprovalAnswer answer);

    /// <summary>
    /// Approves past all stages in an emergency. It takes two people of the highest level that any stage requires, one call of each with a
    /// justification, and is marked for review.
    /// </summary>
    ValueTask<ApprovalOutcome> OverrideAsync(
        ISqlSession session, long organisationId, string id, Decider decider, string justification, string? expectedDigest = null);

    /// <summary>Records that a third person of the same level has looked at an override.</summary>
    ValueTask<ApprovalOutcome> ReviewAsync(ISqlSession session, long organisationId, string id, Decider reviewer, string? comment);

    /// <summary>Withdraws an approval. Whether somebody may is the platform's to know.</summary>
    ValueTask<ApprovalOutcome> CancelAsync(ISqlSession session, long organisationId, string id, string cancelledBy, string? reason);

    /// <summary>Finds an approval; null when the organisation has none with this id.</summary>
    ValueTask<Approval?> FindAsync(ISqlSession session, long organisationId, string id);

    /// <summary>Finds the newest approval of a platform's subject.</summary>
    ValueTask<Approval?> FindBySubjectAsync(ISqlSession session, long organisationId, string platform, string subjectId);

    /// <summary>Lists approvals, the newest first.</summary>
    ValueTask<IReadOnlyList<Approval>> ListAsync(ISqlSession session, long organisationId, ApprovalFilter filter, ApprovalPage page);

    /// <summary>Counts approvals.</summary>
    ValueTask<long> CountAsync(ISqlSession session, long organisationId, ApprovalFilter filter);

    /// <summary>The history of an approval, the oldest entry first; empty when the organisation has none with this id.</summary>
    ValueTask<IReadOnlyList<ApprovalDecision>> ListDecisionsAsync(ISqlSession session, long organisationId, string id);
}
