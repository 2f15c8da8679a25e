using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Limits;
using Trellis.Server.Ascend.Orchestration;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// What is refused with 403 (or 429) instead of being decided, once the transaction has begun: tools and models that may not be used, places
/// in an orchestration that do not fit, limits of the agent (contract, sections 2.3, 2.13 and 6.9). Each refusal leaves an audit record.
/// </summary>
internal sealed class ActionGates(LimitGate limits, IAuditLog audit)
{
    /// <summary>Checks a judged action, and counts it where its agent has limits.</summary>
    public async ValueTask<GateOutcome> CheckAsync(ISqlSession session, ActionDraft draft)
    {
        var (submission, call) = (draft.Submission, draft.Submission.Call);
        if (draft.Circumstances.Refusal is { } refusal)
            return await RefuseAsync(session, submission, refusal);

        var request = submission.Request;
        var linkage = await LinkageGate.CheckAsync(
            session, call.OrganisationId, request.OrchestrationSessionId, request.ParentActionId, request.OrchestrationDepth);
        if (linkage.Refusal is { } unlinked)
            return await RefuseAsync(session, submission, unlinked);

        // The gate of limits keeps its own records.
        return await limits.TakeAsync(session, call, draft.Judgement!) is { } exceeded
            ? new GateOutcome(exceeded, default)
            : new GateOutcome(null, linkage);
    }

    private async ValueTask<GateOutcome> RefuseAsync(ISqlSession session, Submission submission, AscendError refusal)
    {
        var call = submission.Call;
        await audit.AppendAsync(session, ActionAudit.Refused(call.OrganisationId, submission.Request, refusal.Code, call.Origin));
        return new GateOutcome(refusal, default);
    }
}
