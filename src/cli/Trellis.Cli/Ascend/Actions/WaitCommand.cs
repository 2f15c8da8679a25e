using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary><c>wait</c>.</summary>
internal sealed class WaitCommand : AscendCommand
{
    private readonly TextArgument _actionId = ActionArgument.Create();
    private readonly Setting<TimeSpan?> _timeout = DecisionSettings.Timeout();

    public WaitCommand(CliHost host)
        : base(
            host, "wait", "Wait until an action is decided. Exit code 0: allowed, 10: denied, 11: nobody decided in time", AscendCredential.Either)
    {
        Add(_actionId);
        Add(_timeout);
        Examples = ["1547", "1547 --timeout 3600 && ./carry-it-out.sh"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var decision = await DecisionWait
            .RunAsync(client, input.Host, _actionId.Read(input), _timeout.Read(input, null), cancellationToken)
            .ConfigureAwait(false);
        return DecisionOutput.Write(input.Host, format, decision);
    }
}
