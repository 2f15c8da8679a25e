using Trellis.Ascend;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary><c>kill-switch trigger</c>.</summary>
internal sealed class TriggerKillSwitchCommand : AscendCommand
{
    private readonly KillSwitchSettings _settings = new();

    public TriggerKillSwitchCommand(CliHost host)
        : base(host, "trigger", "Stop all agents of the organisation. Takes a person's token", AscendCredential.Person)
    {
        _settings.AddTo(this);
        Examples = ["--reason 'incident 4711: refunds run away'"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var reason = _settings.Reason(input);
        var organization = await _settings.OrganizationAsync(client, input, cancellationToken).ConfigureAwait(false);
        var status = await client.KillSwitch.TriggerAsync(organization, reason, cancellationToken).ConfigureAwait(false);
        return KillSwitchOutput.Write(input.Host, format, status);
    }
}
