using Trellis.Ascend;
using Trellis.Cli.Ascend.Actions;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary><c>approvals approve</c>.</summary>
internal sealed class ApproveCommand : AscendCommand
{
    private readonly TextArgument _actionId = ActionArgument.Create();

    private readonly Setting<string?> _comments = new(
        "--comments", "TRELLIS_ASCEND_COMMENTS", "TEXT", "What there is to say about it", SettingFormats.Text);

    public ApproveCommand(CliHost host)
        : base(host, "approve", "Let a pending action be carried out. Takes a person's token", AscendCredential.Person)
    {
        Add(_actionId);
        Add(_comments);
        Examples = ["1547", "1547 --comments 'checked with the customer'"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var decision = await client.Approvals
            .ApproveAsync(_actionId.Read(input), _comments.Read(input, null), cancellationToken)
            .ConfigureAwait(false);
        return ApprovalOutput.Write(input.Host, format, decision);
    }
}
