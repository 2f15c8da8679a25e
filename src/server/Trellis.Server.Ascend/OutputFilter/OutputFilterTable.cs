using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>The SQL of the output filter's settings.</summary>
internal static class OutputFilterTable
{
    /// <summary>What an organisation has set; the defaults when it has set nothing.</summary>
    public static async ValueTask<OutputFilterSettings> FindAsync(ISqlSession session, long organisationId) =>
        await session.QueryTextAsync($"SELECT document FROM ascend_output_filters WHERE organisation_id = {organisationId}") is { } document
            ? StoredJson.Read(document, static json => OutputFilterJson.Read(json, OutputFilterSettings.Default, new FieldErrors()))
            : OutputFilterSettings.Default;

    /// <summary>Sets them.</summary>
    public static ValueTask<int> SetAsync(ISqlSession session, long organisationId, OutputFilterSettings settings, string by, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_output_filters (organisation_id, document, updated_by, updated_at)
            VALUES ({organisationId}, {StoredJson.Text(json => OutputFilterJson.WriteMembers(json, settings))}, {by}, {at})
            ON CONFLICT (organisation_id) DO UPDATE
            SET document = excluded.document, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """);
}
