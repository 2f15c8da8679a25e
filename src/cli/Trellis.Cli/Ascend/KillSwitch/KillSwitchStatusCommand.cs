using Trellis.Ascend;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary><c>kill-switch status</c>.</summary>
internal sealed class KillSwitchStatusCommand : AscendCommand
{
    public KillSwitchStatusCommand(CliHost host)
        : base(host, "status", "Show whether all agents are stopped", AscendCredential.Either) =>
        Examples = ["", "--output json | jq .active"];

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken) =>
        KillSwitchOutput.Write(input.Host, format, await client.KillSwitch.GetStatusAsync(cancellationToken).ConfigureAwait(false));
}
