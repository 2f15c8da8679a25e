using System.Globalization;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary><c>approvals list</c>.</summary>
internal sealed class ListApprovalsCommand : AscendCommand
{
    private const string Pending = "pending";
    private const string All = "all";
    private const int UsuallyListed = 100;
    private const int MostListed = 1000;

    private readonly Setting<string> _status = new(
        "--status", "TRELLIS_ASCEND_APPROVAL_STATUS", "pending|approved|rejected|all", "Which ones (default: pending)",
        SettingFormats.Choice((Pending, Pending), ("approved", "approved"), ("rejected", "rejected"), (All, All)));

    private readonly Setting<int> _limit = new(
        "--limit", "TRELLIS_ASCEND_LIMIT", "COUNT", $"How many at the most, from 1 to {MostListed} (default: {UsuallyListed})",
        SettingFormats.WholeNumber(1, MostListed));

    public ListApprovalsCommand(CliHost host)
        : base(host, "list", "List what waits for a person, or what people decided", AscendCredential.Either)
    {
        Add(_status);
        Add(_limit);
        Examples = ["", "--status all", "--output json | jq -r '.approvals[].action_id'"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var status = _status.Read(input, Pending);
        var limit = _limit.Read(input, UsuallyListed);
        var list = await client.Approvals
            .ListAsync(status == All ? null : status, limit, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, PrintedApprovals.Of(list), AscendJsonContext.Default.PrintedApprovals, ToTable);
        if (list.Total > list.Approvals.Count)
        {
            await input.Host.Error.WriteLineAsync($"These are the newest {list.Approvals.Count} of {list.Total}.").ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private static Table ToTable(PrintedApprovals list)
    {
        var table = new Table(
            "Approvals", new("Action", IsNumber: true), new("Agent"), new("Type"), new("Resource"), new("Risk", IsNumber: true), new("Approvers"),
            new("Stage"), new("Expires"), new("Status"));
        foreach (var approval in list.Approvals)
        {
            table.Add(
                approval.ActionId,
                approval.AgentId,
                approval.ActionType,
                approval.Resource,
                approval.RiskScore?.ToString("0.#", CultureInfo.InvariantCulture),
                string.Join(", ", approval.RequiredApprovers),
                approval.Stage,
                Timestamp.ForTable(approval.ExpiresAt),
                approval.Status);
        }

        return table;
    }
}
