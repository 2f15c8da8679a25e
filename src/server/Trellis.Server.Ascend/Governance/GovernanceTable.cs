using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance;

/// <summary>The SQL of the rows of organisations.</summary>
internal static class GovernanceTable
{
    private static readonly Func<SqlRow, GovernanceRow> Map = static row => new GovernanceRow(
        row.Integer(0),
        row.Integer(1),
        row.TextOrNull(2) is { } reason ? new KillSwitch(reason, row.Time(3), row.Text(4)) : null);

    public static async ValueTask<GovernanceRow> FindAsync(ISqlSession session, long organisationId) =>
        await session.QueryFirstOrDefaultAsync(
            $"""
            SELECT rules_version, registry_version, kill_switch_reason, kill_switch_at, kill_switch_by
            FROM ascend_organisations WHERE organisation_id = {organisationId}
            """,
            Map) ?? GovernanceRow.Untouched;

    /// <summary>Sets or, with null, releases the kill switch. Mark the registry in the same transaction.</summary>
    public static ValueTask<int> SetKillSwitchAsync(ISqlSession session, long organisationId, KillSwitch? killSwitch) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_organisations
            SET kill_switch_reason = {killSwitch?.Reason}, kill_switch_at = {killSwitch?.ActivatedAt}, kill_switch_by = {killSwitch?.ActivatedBy}
            WHERE organisation_id = {organisationId}
            """);
}
