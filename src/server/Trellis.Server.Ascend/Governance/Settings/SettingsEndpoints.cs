using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance.Settings;

/// <summary>What an organisation has set, and how it changes that. A change holds from the next decision on.</summary>
internal sealed class SettingsEndpoints(IStore store, IAuditLog audit)
{
    /// <summary>The settings.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call) =>
        AnswerOf(call, await store.ReadAsync(session => SettingsTable.FindAsync(session, call.OrganisationId), call.Aborted));

    /// <summary>Changes what is given.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AscendCall call) => await store.WriteAsync<JsonAnswer>(
        async session =>
        {
            // First, so that of two that change at once the second one sees what the first one set.
            await GovernanceVersions.MarkRulesAsync(session, call.OrganisationId);
            var errors = new FieldErrors();
            var settings = SettingsJson.Read(call.Body, await SettingsTable.FindAsync(session, call.OrganisationId), errors);
            if (!errors.IsEmpty)
                return AscendErrors.Invalid(errors);

            await SettingsTable.SetAsync(session, call.OrganisationId, settings, call.Caller.ActorId, call.At);
            await audit.AppendAsync(session, RegistryEvent.Of(
                call, "governance_settings_updated", "update", ("settings", "governance"), json => SettingsJson.WriteMembers(json, settings)));
            return AnswerOf(call, settings);
        },
        call.Aborted);

    private static Answer AnswerOf(AscendCall call, GovernanceSettings settings) => Answer.Ok(json =>
    {
        json.WriteNumber("organization_id"u8, call.OrganisationId);
        SettingsJson.WriteMembers(json, settings);
    });
}
