using Trellis.Ascend;
using Trellis.Cli.Ascend.Actions;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary><c>approvals reject</c>.</summary>
internal sealed class RejectCommand : AscendCommand
{
    private readonly TextArgument _actionId = ActionArgument.Create();
    private readonly Setting<string?> _reason = new("--reason", "TRELLIS_ASCEND_REASON", "TEXT", "Why", SettingFormats.Text);

    public RejectCommand(CliHost host)
        : base(host, "reject", "Deny a pending action. Takes a person's token", AscendCredential.Person)
    {
        Add(_actionId);
        Add(_reason);
        Examples = ["1547 --reason 'the order was never paid'"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var decision = await client.Approvals
            .RejectAsync(_actionId.Read(input), _reason.Read(input, null), cancellationToken)
            .ConfigureAwait(false);
        return ApprovalOutput.Write(input.Host, format, decision);
    }
}
