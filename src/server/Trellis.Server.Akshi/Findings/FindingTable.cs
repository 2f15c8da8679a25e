using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Findings;

/// <summary>The SQL of findings.</summary>
internal static class FindingTable
{
    private const int Columns = 8;

    // Few different statements, so that the engines need not learn a new one for each length of a batch.
    private static readonly int[] RowsPerStatement = [64, 8, 1];

    /// <summary>
    /// Takes the next numbers. The row of the counter is locked until the transaction ends: so numbers have no gaps, and whoever sees a
    /// finding sees all before it.
    /// </summary>
    /// <returns>The first of them.</returns>
    public static async ValueTask<long> TakeNumbersAsync(ISqlSession session, int count)
    {
        var last = await session.QueryIntegerAsync($"UPDATE akshi_findings_head SET seq = seq + {count} WHERE id = 1 RETURNING seq")
            ?? throw new StoreException("The counter of the findings vanished.");
        return last - count + 1;
    }

    /// <summary>The number of the newest finding; 0 when there is none.</summary>
    public static async ValueTask<long> HeadAsync(ISqlSession session) =>
        await session.QueryIntegerAsync($"SELECT seq FROM akshi_findings_head WHERE id = 1") ?? 0;

    /// <summary>Adds findings under numbers that were taken.</summary>
    public static async ValueTask InsertAsync(ISqlSession session, IReadOnlyList<NewFinding> findings, long firstSeq, string batch, DateTimeOffset now)
    {
        for (var at = 0; at < findings.Count;)
        {
            var rows = RowsPerStatement.First(size => size <= findings.Count - at);
            await session.ExecuteAsync(Insert(findings, at, rows, firstSeq, batch, now));
            at += rows;
        }
    }

    /// <summary>The oldest that fit.</summary>
    public static ValueTask<IReadOnlyList<Finding>> ReadAsync(ISqlSession session, long since, DateTimeOffset? from, string? agent, int limit) =>
        session.QueryAsync(
            $"""
            SELECT seq, found_at, severity, agent, file, summary, detail FROM akshi_findings
            WHERE seq >= {since} AND ({from} IS NULL OR found_at >= {from}) AND ({agent} IS NULL OR agent = {agent})
            ORDER BY seq LIMIT {limit}
            """,
            static row => new Finding(
                row.Integer(0), row.Time(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.TextOrNull(6)));

    private static SqlStatement Insert(IReadOnlyList<NewFinding> findings, int at, int rows, long firstSeq, string batch, DateTimeOffset now)
    {
        var statement = new SqlStatement(0, rows * Columns);
        for (var row = 0; row < rows; row++)
        {
            var finding = findings[at + row];
            statement.AppendLiteral(row == 0
                ? "INSERT INTO akshi_findings (seq, found_at, severity, agent, file, summary, detail, batch) VALUES ("
                : "), (");
            statement.AppendFormatted(firstSeq + at + row);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(finding.At ?? now);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(finding.Severity);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(finding.Agent);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(finding.File);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(finding.Summary);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(finding.Detail);
            statement.AppendLiteral(", ");
            statement.AppendFormatted(batch);
        }

        statement.AppendLiteral(")");
        return statement;
    }
}
