using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Webhooks;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>How approved actions ended, as their agents report it (contract, section 2.5).</summary>
internal sealed class CloseAction(CallWrites writes, IAuditLog audit, ActionEvents events)
{
    /// <summary>It was done.</summary>
    public ValueTask<JsonAnswer> CompleteAsync(AscendCall call) => CloseAsync(call, ActionStatus.Completed, "result");

    /// <summary>It was tried and failed.</summary>
    public ValueTask<JsonAnswer> FailAsync(AscendCall call) => CloseAsync(call, ActionStatus.Failed, "error");

    private async ValueTask<JsonAnswer> CloseAsync(AscendCall call, string closedAs, string report)
    {
        if (call.RouteId() is not { } id)
            return AscendErrors.NotFound("The action");

        var body = new Fields(call.Body);
        var duration = body.OptionalNumber("duration_ms", 0, long.MaxValue / 2);
        var reported = body.TryGet(report, out var value) ? SecretFreeJson.Of(JsonBytes.Of(value)).Text.ToString() : null;
        if (!body.Errors.IsEmpty)
            return AscendErrors.Invalid(body.Errors);

        return await writes.RunAsync(
            call,
            session => CloseAsync(session, call, id, new ActionOutcome
            {
                ClosedAs = closedAs,
                ClosedAt = call.At,
                DurationMilliseconds = (long?)duration,
                Report = reported,
            }));
    }

    private async ValueTask<JsonAnswer> CloseAsync(ISqlSession session, AscendCall call, long id, ActionOutcome end)
    {
        if (await ActionTable.FindForUpdateAsync(session, call.OrganisationId, id) is not { } action)
            return AscendErrors.NotFound("The action");
        if (action.Status != ActionStatus.Approved)
            return AscendErrors.Conflict($"The action is not approved but {action.Status}.", ErrorCodes.ActionNotApproved);

        var outcome = ActionOutcome.Parse(action.Outcome);
        if (outcome.ClosedAs is { } before)
        {
            return before == end.ClosedAs
                ? Logged(action, outcome)
                : AscendErrors.Conflict($"The action was reported as {before} already.");
        }

        outcome = outcome with
        {
            ClosedAs = end.ClosedAs,
            ClosedAt = end.ClosedAt,
            DurationMilliseconds = end.DurationMilliseconds,
            Report = end.Report,
        };
        action = action with { UpdatedAt = call.At, Outcome = outcome.ToJson() };
        await ActionTable.UpdateAsync(session, action);
        await events.ClosedAsync(session, new ActionFacts(action) { Status = end.ClosedAs });
        await audit.AppendAsync(session, ActionAudit.Closed(action, outcome, call.Caller.ActorId, call.Origin));
        return Logged(action, outcome);
    }

    private static Answer Logged(StoredAction action, ActionOutcome outcome) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteString("action_id"u8, action.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("status"u8, outcome.ClosedAs);
        json.WriteTime("logged_at"u8, outcome.ClosedAt);
    });
}
