using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What was found so far.</summary>
internal sealed class FindingEndpoints(IStore store)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 100;

    /// <summary>The findings of the organisation, the newest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var category = query.Word("category", OutputRule.Categories);
        var severity = query.Word("severity", RiskLevelWords.All);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (findings, total) = await store.ReadAsync(
            async session => (
                await FindingTable.ListAsync(session, call.OrganisationId, category, severity, page),
                await FindingTable.CountAsync(session, call.OrganisationId, category, severity)),
            call.Aborted);
        return PagedAnswer.Of("findings", findings, FindingJson.WriteMembers, total, page);
    }

    /// <summary>What was found in the output of an action.</summary>
    public async ValueTask<JsonAnswer> OfActionAsync(AscendCall call)
    {
        if (call.RouteId("action_id") is not { } actionId)
            return AscendErrors.NotFound("The action");

        var findings = await store.ReadAsync<IReadOnlyList<OutputFinding>?>(
            async session => await ActionTable.FindAsync(session, call.OrganisationId, actionId) is null
                ? null
                : await FindingTable.OfActionAsync(session, call.OrganisationId, actionId),
            call.Aborted);
        if (findings is null)
            return AscendErrors.NotFound("The action");

        return Answer.Ok(json =>
        {
            json.WriteNumber("action_id"u8, actionId);
            json.WriteNumber("findings_count"u8, findings.Count);
            json.WriteStartArray("findings"u8);
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                FindingJson.WriteMembers(json, finding);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
