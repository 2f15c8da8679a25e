using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary><c>approvals approve</c>.</summary>
internal sealed class ApproveCommand : DecideCommand
{
    private readonly Setting<string?> _comments = new(
        "--comments", "TRELLIS_ASCEND_COMMENTS", "TEXT", "What there is to say about it", SettingFormats.Text);

    public ApproveCommand(CliHost host)
        : base(host, "approve", "Let pending actions be carried out. Takes a person's token")
    {
        Add(_comments);
        Examples = ["1547", "1547 1549 1550", "1547 --comments 'checked with the customer'"];
    }

    protected override Task<ApprovalDecision> DecideAsync(
        AscendClient client, CommandInput input, string actionId, CancellationToken cancellationToken) =>
        client.Approvals.ApproveAsync(actionId, _comments.Read(input, null), cancellationToken);
}
