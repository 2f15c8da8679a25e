using System.Globalization;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary><c>approvals list</c>.</summary>
internal sealed class ListApprovalsCommand : AkshiCommand
{
    private readonly Setting<ApprovalFilter> _status = new(
        "--status", "TRELLIS_AKSHI_APPROVAL_STATUS", "pending|resolved|all", "Which ones (default: pending)",
        SettingFormats.Choice(("pending", ApprovalFilter.Pending), ("resolved", ApprovalFilter.Resolved), ("all", ApprovalFilter.All)));

    private readonly WatchSettings _watch = new();

    public ListApprovalsCommand(CliHost host)
        : base(host, "list", "List what waits for a person, or what was decided lately")
    {
        Add(_status);
        _watch.AddTo(this);
        Examples = ["", "--watch", "--status all", "--output json | jq -r '.pending[].id'"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var status = _status.Read(input, ApprovalFilter.Pending);
        await _watch
            .RunAsync(
                input, format, AkshiJsonContext.Default.PrintedApprovals, ToTable,
                async token => PrintedApprovals.Of(await client.ApprovalsAsync(token).ConfigureAwait(false), status), cancellationToken)
            .ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static Table ToTable(PrintedApprovals list)
    {
        var table = new Table(
            "Approvals", new("Id"), new("Agent"), new("Capability"), new("Risk", IsNumber: true), new("Requested"), new("Expires"), new("Status"),
            new("Decided by"), new("Detail"));
        foreach (var approval in list.Pending.Concat(list.Resolved))
        {
            table.Add(
                approval.Id,
                approval.Agent,
                approval.Capability,
                approval.RiskScore?.ToString("0.##", CultureInfo.InvariantCulture),
                Timestamp.ForTable(approval.RequestedAt),
                Timestamp.ForTable(approval.ExpiresAt),
                approval.Status?.ToString(),
                approval.DecidedBy,
                approval.Detail);
        }

        return table;
    }
}
