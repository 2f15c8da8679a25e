using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.KillSwitches;

/// <summary>
/// The kill switch of an organisation (contract, sections 2.10 and 6.8). Whoever belongs to the organisation may stop it; to let it go on
/// takes an administrator.
/// </summary>
internal sealed class KillSwitchEndpoints(IStore store, IAuditLog audit)
{
    private const int ShortestReason = 10;
    private const int LongestReason = 1000;

    /// <summary>Whether the caller's organisation is stopped.</summary>
    public async ValueTask<JsonAnswer> StatusAsync(AscendCall call)
    {
        var row = await store.ReadAsync(session => GovernanceTable.FindAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("is_active"u8, row.KillSwitch is not null);
            WriteState(json, call, row.KillSwitch);
        });
    }

    /// <summary>Stops everything.</summary>
    public ValueTask<JsonAnswer> TriggerAsync(AscendCall call) => SetAsync(call, active: true);

    /// <summary>Lets everything go on.</summary>
    public ValueTask<JsonAnswer> ReleaseAsync(AscendCall call) => SetAsync(call, active: false);

    private static void WriteState(Utf8JsonWriter json, AscendCall call, KillSwitch? killSwitch)
    {
        json.WriteNumber("organization_id"u8, call.OrganisationId);
        json.WriteBoolean("active"u8, killSwitch is not null);
        json.WriteString("reason"u8, killSwitch?.Reason);
        json.WriteTime("activated_at"u8, killSwitch?.ActivatedAt);
        json.WriteString("activated_by"u8, killSwitch?.ActivatedBy);
    }

    private async ValueTask<JsonAnswer> SetAsync(AscendCall call, bool active)
    {
        if (call.RouteId("organization_id") != call.OrganisationId)
            return AscendErrors.NotFound("The organisation");

        var fields = new Fields(call.Body);
        var reason = fields.Text("reason", LongestReason, ShortestReason);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        var killSwitch = await store.WriteAsync(session => SetAsync(session, call, active, reason), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            WriteState(json, call, killSwitch);
        });
    }

    private async ValueTask<KillSwitch?> SetAsync(ISqlSession session, AscendCall call, bool active, string reason)
    {
        // The mark first: it makes the row and locks it, so that what is read next holds until the end.
        await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
        var current = (await GovernanceTable.FindAsync(session, call.OrganisationId)).KillSwitch;
        if (current is not null == active)
            return current;

        var next = active ? new KillSwitch(reason, call.At, call.Caller.ActorId) : null;
        await GovernanceTable.SetKillSwitchAsync(session, call.OrganisationId, next);
        await audit.AppendAsync(session, active ? KillSwitchEvents.Triggered(call, reason) : KillSwitchEvents.Released(call, reason));
        return next;
    }
}
