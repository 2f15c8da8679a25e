using System.CommandLine;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary><c>approvals</c>.</summary>
internal sealed class ApprovalsGroup : Command
{
    public ApprovalsGroup(CliHost host)
        : base("approvals", "See what waits for a person, and decide about it")
    {
        Add(new ListApprovalsCommand(host));
        Add(new ApproveCommand(host));
        Add(new RejectCommand(host));
    }
}
