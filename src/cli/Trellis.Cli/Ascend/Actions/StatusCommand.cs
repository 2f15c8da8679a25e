using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary><c>status</c>.</summary>
internal sealed class StatusCommand : AscendCommand
{
    private readonly TextArgument _actionId = ActionArgument.Create();

    public StatusCommand(CliHost host)
        : base(host, "status", "Show how an action stands. Exit code 0: allowed, 10: denied, 11: pending", AscendCredential.Either)
    {
        Add(_actionId);
        Examples = ["1547", "1547 --output json | jq -r .reason"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var decision = await client.GetActionStatusAsync(_actionId.Read(input), cancellationToken).ConfigureAwait(false);
        return DecisionOutput.Write(input.Host, format, decision);
    }
}
