using System.Globalization;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Database;

/// <summary><c>db query</c>.</summary>
internal sealed class QueryCommand : AerostackCommand
{
    private readonly TextArgument _sql = new("sql", $"The statement, {GivenText.Elsewhere}");

    private readonly JsonListSetting _params = new(
        "--params", "TRELLIS_AEROSTACK_PARAMS", "What the question marks of the statement stand for, in their order");

    public QueryCommand(CliHost host)
        : base(host, "query", "Carry out a statement and show its rows, or how many it changed")
    {
        Add(_sql);
        Add(_params);
        Examples =
        [
            "'select * from tickets where status = ? limit 10' --params '[\"open\"]'",
            "@schema.sql",
            "'select id, subject from tickets' --output json | jq -r '.results[].subject'",
        ];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var sql = _sql.Read(input);
        if (sql.Length == 0) throw new UsageException("The statement is empty.");
        sql = await GivenText.ReadAsync(_sql.Name, sql, input.Host, cancellationToken).ConfigureAwait(false);
        var parameters = await _params.ReadAsync(input, cancellationToken).ConfigureAwait(false);
        var answer = PrintedRows.Of(await client.Database.QueryAsync(sql, parameters, cancellationToken: cancellationToken).ConfigureAwait(false));
        if (format == OutputFormat.Table && answer.Results.Count == 0)
        {
            // A statement without rows and one that is not for reading answer alike but for the count.
            await input.Host.Output.WriteLineAsync(Title(answer.Count, "changed")).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        AnswerOutput.Write(input.Host, format, answer, AerostackJsonContext.Default.PrintedRows, static rows => RowTable.Of(Title(rows.Count, "found"), rows));
        return ExitCodes.Success;
    }

    private static string Title(long count, string what) => count switch
    {
        0 => "No rows",
        1 => $"1 row {what}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} rows {what}"),
    };
}
