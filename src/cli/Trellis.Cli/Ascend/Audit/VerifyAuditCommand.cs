using System.Globalization;
using System.Text.Json;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary><c>audit verify</c>.</summary>
internal sealed class VerifyAuditCommand : AscendCommand
{
    public VerifyAuditCommand(CliHost host)
        : base(
            host, "verify", $"Have the server check that no record was changed, removed or put in. Exit code {ExitCodes.AuditBroken} if one was",
            AscendCredential.Either) =>
        Examples = ["", "--output json | jq -r .status"];

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var check = await client.Audit.VerifyIntegrityAsync(cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, check, AscendJsonContext.Default.AuditIntegrity, ToTable);
        return check.IsValid ? ExitCodes.Success : ExitCodes.AuditBroken;
    }

    private static Table ToTable(AuditIntegrity check)
    {
        var table = new Table("Audit log", new("Field"), new("Value"));
        table.Add("status", check.Status);
        table.Add("records", check.TotalRecords?.ToString(CultureInfo.InvariantCulture));
        table.Add("checked at", Timestamp.ForTable(check.CheckTime));
        foreach (var (name, value) in check.AdditionalFields ?? new Dictionary<string, JsonElement>())
        {
            if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number) table.Add(name.Replace('_', ' '), value.ToString());
        }

        return table;
    }
}
