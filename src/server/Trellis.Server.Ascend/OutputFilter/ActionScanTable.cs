using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>The SQL of actions' scans. The results are kept as numbers, of which the higher is the worse.</summary>
internal static class ActionScanTable
{
    private static readonly string[] Results = [OutputScan.Clean, OutputScan.Redacted, OutputScan.Blocked];

    /// <summary>Adds a scan to those of an action.</summary>
    public static ValueTask<int> AddAsync(ISqlSession session, long organisationId, ActionScan scan, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_action_scans (organisation_id, action_id, result, findings, scanned_at)
            VALUES ({organisationId}, {scan.ActionId}, {Array.IndexOf(Results, scan.Result)}, {scan.Findings}, {at})
            ON CONFLICT (organisation_id, action_id) DO UPDATE SET
                result = CASE WHEN excluded.result > ascend_action_scans.result THEN excluded.result ELSE ascend_action_scans.result END,
                findings = ascend_action_scans.findings + excluded.findings,
                scanned_at = excluded.scanned_at
            """);

    /// <summary>The scans of actions whose ids lie in a range.</summary>
    public static async ValueTask<IReadOnlyDictionary<long, ActionScan>> OfAsync(ISqlSession session, long organisationId, long first, long last)
    {
        var scans = await session.QueryAsync(
            $"""
            SELECT action_id, result, findings FROM ascend_action_scans
            WHERE organisation_id = {organisationId} AND action_id >= {first} AND action_id <= {last}
            """,
            static row => new ActionScan(row.Integer(0), Results[row.Integer(1)], row.Integer(2)));
        return scans.ToDictionary(static scan => scan.ActionId);
    }
}
