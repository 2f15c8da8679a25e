using System.CommandLine;
using Trellis.Cli.Ascend.Actions;
using Trellis.Cli.Ascend.Agents;
using Trellis.Cli.Ascend.Approvals;
using Trellis.Cli.Ascend.Audit;
using Trellis.Cli.Ascend.Connection;
using Trellis.Cli.Ascend.KillSwitch;
using Trellis.Cli.Ascend.Policies;
using Trellis.Cli.Ascend.Webhooks;

namespace Trellis.Cli.Ascend;

/// <summary><c>ascend</c>: all commands of the ASCEND platform; the root when the program is called by that name.</summary>
internal sealed class AscendGroup : Command
{
    public AscendGroup(CliHost host)
        : base("ascend", "ASCEND governance CLI: have actions of agents evaluated, and decide about them")
    {
        Add(new RegisterCommand(host));
        Add(new EvaluateCommand(host));
        Add(new StatusCommand(host));
        Add(new WaitCommand(host));
        Add(new CompleteCommand(host));
        Add(new FailCommand(host));
        Add(new ApprovalsGroup(host));
        Add(new PoliciesGroup(host));
        Add(new WebhooksGroup(host));
        Add(new AuditGroup(host));
        Add(new KillSwitchGroup(host));
        Add(new TestConnectionCommand(host));
    }
}
