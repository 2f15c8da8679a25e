using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance.Settings;

/// <summary>The SQL of settings.</summary>
internal static class SettingsTable
{
    /// <summary>What an organisation has set; the defaults when it has set nothing.</summary>
    public static async ValueTask<GovernanceSettings> FindAsync(ISqlSession session, long organisationId) =>
        await session.QueryTextAsync($"SELECT document FROM ascend_settings WHERE organisation_id = {organisationId}") is { } document
            ? StoredJson.Read(document, static json => SettingsJson.Read(json, GovernanceSettings.Default, new FieldErrors()))
            : GovernanceSettings.Default;

    /// <summary>Sets them.</summary>
    public static ValueTask<int> SetAsync(ISqlSession session, long organisationId, GovernanceSettings settings, string by, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_settings (organisation_id, document, updated_by, updated_at)
            VALUES ({organisationId}, {StoredJson.Text(json => SettingsJson.WriteMembers(json, settings))}, {by}, {at})
            ON CONFLICT (organisation_id) DO UPDATE
            SET document = excluded.document, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """);
}
