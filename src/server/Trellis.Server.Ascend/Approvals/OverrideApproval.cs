using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>Approving past all stages in an emergency, by two people, and its review afterwards by a third (contract, section 6.6).</summary>
internal sealed class OverrideApproval(CallWrites writes, IApprovals approvals, ActionSettlement actions, IAuditLog audit)
{
    /// <summary>One of two people overrides, with a justification.</summary>
    public async ValueTask<JsonAnswer> OverrideAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var answer = DecisionRequest.Read(body, ApprovalVerdict.Approve);
        return body.Errors.IsEmpty
            ? await writes.RunAsync(call, session => OverrideAsync(session, call, answer))
            : AscendErrors.Invalid(body.Errors);
    }

    /// <summary>A third person has looked at an override.</summary>
    public async ValueTask<JsonAnswer> ReviewAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var comment = DecisionRequest.Comment(body);
        return body.Errors.IsEmpty
            ? await writes.RunAsync(call, session => ReviewAsync(session, call, comment))
            : AscendErrors.Invalid(body.Errors);
    }

    private async ValueTask<JsonAnswer> OverrideAsync(ISqlSession session, AscendCall call, ApprovalAnswer answer)
    {
        if (await ReadApprovals.FindAsync(session, approvals, call) is not { } found)
            return AscendErrors.NotFound("The approval");

        var outcome = await approvals.OverrideAsync(
            session, call.OrganisationId, found.Id, DecideAction.DeciderOf(call.Caller), answer.Comment ?? "", answer.ExpectedDigest);
        if (!outcome.IsAccepted)
            return ApprovalErrors.Of(outcome);
        if (outcome.Kind is ApprovalOutcomeKind.Decided)
            return DecisionAnswer.Ended(await actions.SettleAsync(session, outcome.Approval, call.Origin), outcome.Approval, call);

        return await RecordAsync(session, call, outcome.Approval, "approval_override_requested", answer.Comment);
    }

    private async ValueTask<JsonAnswer> ReviewAsync(ISqlSession session, AscendCall call, string? comment)
    {
        if (await ReadApprovals.FindAsync(session, approvals, call) is not { } found)
            return AscendErrors.NotFound("The approval");

        var outcome = await approvals.ReviewAsync(session, call.OrganisationId, found.Id, DecideAction.DeciderOf(call.Caller), comment);
        return outcome.IsAccepted
            ? await RecordAsync(session, call, outcome.Approval, "approval_override_reviewed", comment)
            : ApprovalErrors.Of(outcome);
    }

    private async ValueTask<JsonAnswer> RecordAsync(ISqlSession session, AscendCall call, Approval approval, string eventType, string? comment)
    {
        await audit.AppendAsync(
            session, ApprovalAudit.Step(eventType, call.Caller.ActorId, approval, approval.Stage, comment, call.Origin));
        return DecisionAnswer.Recorded(approval, call);
    }
}
