using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>The SQL of findings.</summary>
internal static class FindingTable
{
    private static readonly SqlFragment Columns = new(
        "number, scan_id, agent_id, action_id, result, category, severity, pattern, starts_at, ends_at, created_at");

    public static async ValueTask AddAsync(ISqlSession session, long organisationId, OutputFinding finding)
    {
        var number = await RegistryNumbers.NextAsync(session, organisationId, "findings");
        await session.ExecuteAsync(
            $"""
            INSERT INTO ascend_findings (organisation_id, {Columns})
            VALUES ({organisationId}, {number}, {finding.ScanId}, {finding.AgentId}, {finding.ActionId}, {finding.Result}, {finding.Category},
                    {finding.Severity}, {finding.Pattern}, {finding.Start}, {finding.End}, {finding.CreatedAt})
            """);
    }

    /// <summary>The newest first.</summary>
    public static ValueTask<IReadOnlyList<OutputFinding>> ListAsync(
        ISqlSession session, long organisationId, string? category, string? severity, Page page) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_findings
            WHERE organisation_id = {organisationId}
              AND ({category} IS NULL OR category = {category}) AND ({severity} IS NULL OR severity = {severity})
            ORDER BY number DESC LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            Map);

    /// <summary>How many there are of what <see cref="ListAsync"/> lists.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, string? category, string? severity) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_findings
            WHERE organisation_id = {organisationId}
              AND ({category} IS NULL OR category = {category}) AND ({severity} IS NULL OR severity = {severity})
            """) ?? 0;

    /// <summary>What was found in the output of an action, oldest first.</summary>
    public static ValueTask<IReadOnlyList<OutputFinding>> OfActionAsync(ISqlSession session, long organisationId, long actionId) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM ascend_findings WHERE organisation_id = {organisationId} AND action_id = {actionId} ORDER BY number", Map);

    private static OutputFinding Map(SqlRow row) => new()
    {
        Number = row.Integer(0),
        ScanId = row.Text(1),
        AgentId = row.Text(2),
        ActionId = row.IntegerOrNull(3),
        Result = row.Text(4),
        Category = row.Text(5),
        Severity = row.Text(6),
        Pattern = row.Text(7),
        Start = (int)row.Integer(8),
        End = (int)row.Integer(9),
        CreatedAt = row.Time(10),
    };
}
