using System.CommandLine;
using Trellis.Cli.Akshi.Agents;
using Trellis.Cli.Akshi.Approvals;
using Trellis.Cli.Akshi.Events;
using Trellis.Cli.Akshi.Findings;
using Trellis.Cli.Akshi.Grants;
using Trellis.Cli.Akshi.Health;
using Trellis.Cli.Akshi.Logs;
using Trellis.Cli.Akshi.Reload;
using Trellis.Cli.Akshi.Tasks;

namespace Trellis.Cli.Akshi;

/// <summary><c>akshi</c>: all commands of the Akshi runtime; the root when the program is called by that name.</summary>
internal sealed class AkshiGroup : Command
{
    public AkshiGroup(CliHost host)
        : base("akshi", "Akshi runtime CLI: watch agents, read what they log and find, and decide what they may do")
    {
        Add(new HealthCommand(host));
        Add(new StatusCommand(host));
        Add(new LogsCommand(host));
        Add(new FindingsCommand(host));
        Add(new GrantsGroup(host));
        Add(new ApprovalsGroup(host));
        Add(new TasksGroup(host));
        Add(new EventsCommand(host));
        Add(new ReloadCommand(host));
    }
}
