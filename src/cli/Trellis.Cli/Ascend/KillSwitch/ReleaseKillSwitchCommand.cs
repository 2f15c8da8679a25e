using Trellis.Ascend;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary><c>kill-switch release</c>.</summary>
internal sealed class ReleaseKillSwitchCommand : AscendCommand
{
    private readonly KillSwitchSettings _settings = new();

    public ReleaseKillSwitchCommand(CliHost host)
        : base(host, "release", "Let the agents go on. Takes a person's token", AscendCredential.Person)
    {
        _settings.AddTo(this);
        Examples = ["--reason 'incident 4711 is closed'"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var reason = _settings.Reason(input);
        var organization = await _settings.OrganizationAsync(client, input, cancellationToken).ConfigureAwait(false);
        var status = await client.KillSwitch.ReleaseAsync(organization, reason, cancellationToken).ConfigureAwait(false);
        return KillSwitchOutput.Write(input.Host, format, status);
    }
}
