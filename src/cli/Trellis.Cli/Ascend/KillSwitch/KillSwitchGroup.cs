using System.CommandLine;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary><c>kill-switch</c>.</summary>
internal sealed class KillSwitchGroup : Command
{
    public KillSwitchGroup(CliHost host)
        : base("kill-switch", "Stop all agents of the organisation at once, and let them go on")
    {
        Add(new KillSwitchStatusCommand(host));
        Add(new TriggerKillSwitchCommand(host));
        Add(new ReleaseKillSwitchCommand(host));
    }
}
