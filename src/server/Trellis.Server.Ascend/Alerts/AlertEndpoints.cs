using System.Globalization;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Alerts;

/// <summary>The endpoints of alerts.</summary>
internal sealed class AlertEndpoints(IStore store, IAuditLog audit)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 500;

    /// <summary>The alerts of the organisation, the newest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var filter = new AlertFilter(
            query.Text("type"),
            query.Word("severity", RiskLevelWords.All),
            query.Text("agent_id"),
            query.Boolean("acknowledged"));
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (alerts, total) = await store.ReadAsync(
            async session => (
                await AlertTable.ListAsync(session, call.OrganisationId, filter, page),
                await AlertTable.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return PagedAnswer.Of("alerts", alerts, AlertJson.WriteMembers, total, page);
    }

    /// <summary>Takes note that somebody saw an alert. A second time changes nothing.</summary>
    public async ValueTask<JsonAnswer> AcknowledgeAsync(AscendCall call)
    {
        if (call.RouteId() is not { } number)
            return AscendErrors.NotFound("The alert");

        var alert = await store.WriteAsync(session => AcknowledgeAsync(session, call, number), call.Aborted);
        return alert is null
            ? AscendErrors.NotFound("The alert")
            : Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                AlertJson.WriteMembers(json, alert);
            });
    }

    private async ValueTask<Alert?> AcknowledgeAsync(ISqlSession session, AscendCall call, long number)
    {
        if (await AlertTable.AcknowledgeAsync(session, call.OrganisationId, number, call.Caller.ActorId, call.At))
        {
            var resource = ("alert", number.ToString(CultureInfo.InvariantCulture));
            await audit.AppendAsync(session, RegistryEvent.Of(call, "alert_acknowledged", "acknowledge", resource));
        }

        return await AlertTable.FindAsync(session, call.OrganisationId, number);
    }
}
