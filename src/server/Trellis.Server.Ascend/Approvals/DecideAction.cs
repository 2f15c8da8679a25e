using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>
/// People's decisions about actions (contract, sections 2.4 and 6.6). The decision, the action and the audit record are kept together.
/// </summary>
internal sealed class DecideAction(IStore store, CallWrites writes, IApprovals approvals, ActionSettlement actions, IAuditLog audit)
{
    private const string JustificationRequired = "justification_required";

    /// <summary>Approves the action that the route names.</summary>
    public ValueTask<JsonAnswer> ApproveAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        return DecideAsync(call, DecisionRequest.Read(body, ApprovalVerdict.Approve), body.Errors);
    }

    /// <summary>Rejects the action that the route names.</summary>
    public ValueTask<JsonAnswer> RejectAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        return DecideAsync(call, DecisionRequest.Read(body, ApprovalVerdict.Reject), body.Errors);
    }

    /// <summary>Does what the body says.</summary>
    public ValueTask<JsonAnswer> AuthorizeAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        return DecideAsync(call, DecisionRequest.ReadWithVerdict(body), body.Errors);
    }

    /// <summary>The person who asks, as the approvals know people.</summary>
    public static Decider DeciderOf(Caller caller) =>
        new() { UserId = caller.ActorId, Level = caller.ApprovalLevel, Names = LevelNames.Of(caller) };

    private async ValueTask<JsonAnswer> DecideAsync(AscendCall call, ApprovalAnswer answer, FieldErrors errors)
    {
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var action = await store.ReadAsync(session => FindAsync(session, call), call.Aborted);
        return await writes.RunAsync(call, session => action switch
        {
            null => new(AscendErrors.NotFound("The action")),
            { Status: ActionStatus.Pending, ApprovalId: { } approvalId } => DecideAsync(session, call, approvalId, answer),

            // Its own decision, sent again with its key, has been found by now.
            _ => new(ApprovalErrors.NotWaiting(action)),
        });
    }

    private async ValueTask<JsonAnswer> DecideAsync(ISqlSession session, AscendCall call, string approvalId, ApprovalAnswer answer)
    {
        var before = await approvals.FindAsync(session, call.OrganisationId, approvalId);
        if (answer is { Verdict: ApprovalVerdict.Approve, Comment: null } && before is not null && NeedsJustification(before))
            return AscendErrors.Invalid("comments", "is required: a policy wants a justification");

        var outcome = await approvals.DecideAsync(session, call.OrganisationId, approvalId, DeciderOf(call.Caller), answer);
        if (!outcome.IsAccepted)
            return ApprovalErrors.Of(outcome);

        var approval = outcome.Approval;
        if (approval.State is not ApprovalState.Pending)
            return DecisionAnswer.Ended(await actions.SettleAsync(session, approval, call.Origin), approval, call);

        var stage = approval.Stages[approval.StageIndex - 1];
        await audit.AppendAsync(
            session, ApprovalAudit.Step("approval_stage_approved", call.Caller.ActorId, approval, stage, answer.Comment, call.Origin));
        return DecisionAnswer.StageEnded(approval, stage, call);
    }

    // Some paths name the action, others its approval; their ids cannot be mistaken for each other.
    private async ValueTask<StoredAction?> FindAsync(ISqlSession session, AscendCall call)
    {
        var id = call.RouteId();
        if (id is null && await ReadApprovals.FindAsync(session, approvals, call) is { } approval)
            id = AscendApprovals.ActionOf(approval);
        return id is { } actionId ? await ActionTable.FindAsync(session, call.OrganisationId, actionId) : null;
    }

    private static bool NeedsJustification(Approval approval)
    {
        using var summary = JsonDocument.Parse(approval.Summary ?? "{}");
        return summary.RootElement.TryGetProperty("conditions"u8, out var conditions)
            && conditions.EnumerateArray().Any(static condition => condition.ValueEquals(JustificationRequired));
    }
}
