using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary><c>approvals reject</c>.</summary>
internal sealed class RejectCommand : DecideCommand
{
    private readonly Setting<string?> _reason = new("--reason", "TRELLIS_ASCEND_REASON", "TEXT", "Why", SettingFormats.Text);

    public RejectCommand(CliHost host)
        : base(host, "reject", "Deny pending actions. Takes a person's token")
    {
        Add(_reason);
        Examples = ["1547 --reason 'the order was never paid'", "1547 1549 --reason 'the shop is closed'"];
    }

    protected override Task<ApprovalDecision> DecideAsync(
        AscendClient client, CommandInput input, string actionId, CancellationToken cancellationToken) =>
        client.Approvals.RejectAsync(actionId, _reason.Read(input, null), cancellationToken);
}
