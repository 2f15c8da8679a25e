using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Hosting;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>How output is filtered, and how an administrator changes that. A change holds from the next scan on, on every server of the store.</summary>
internal sealed class OutputFilterEndpoints(IStore store, IAuditLog audit, AscendOptions options)
{
    /// <summary>How output is filtered.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call) =>
        AnswerOf(call, await store.ReadAsync(session => OutputFilterTable.FindAsync(session, call.OrganisationId), call.Aborted));

    /// <summary>Changes what is given.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AscendCall call) => await store.WriteAsync<JsonAnswer>(
        async session =>
        {
            // First, so that of two that change at once the second one sees what the first one set.
            await GovernanceVersions.MarkRulesAsync(session, call.OrganisationId);
            var errors = new FieldErrors();
            var settings = OutputFilterJson.Read(call.Body, await OutputFilterTable.FindAsync(session, call.OrganisationId), errors);
            if (!errors.IsEmpty)
                return AscendErrors.Invalid(errors);

            await OutputFilterTable.SetAsync(session, call.OrganisationId, settings, call.Caller.ActorId, call.At);
            await audit.AppendAsync(session, RegistryEvent.Of(
                call, "output_filter_updated", "update", ("settings", "output_filter"), json => OutputFilterJson.WriteMembers(json, settings)));
            return AnswerOf(call, settings);
        },
        call.Aborted);

    private Answer AnswerOf(AscendCall call, OutputFilterSettings settings) => Answer.Ok(json =>
    {
        json.WriteNumber("organization_id"u8, call.OrganisationId);
        json.WriteString("on_error"u8, OutputScan.Blocked);
        json.WriteNumber("scans_per_minute"u8, options.Limit(AscendOptions.ScanLimit).Requests);
        json.WriteTexts("categories"u8, OutputRule.Categories);
        OutputFilterJson.WriteMembers(json, settings);
    });
}
