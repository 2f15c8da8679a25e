using System.CommandLine;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary><c>approvals</c>.</summary>
internal sealed class ApprovalsGroup : Command
{
    public ApprovalsGroup(CliHost host)
        : base("approvals", "See what agents ask a person for, and decide about it")
    {
        Add(new ListApprovalsCommand(host));
        Add(new DecideCommand(
            host, "approve", "Let agents go on with what they ask for", ApprovalVerdict.Approve,
            ["apr-001", "apr-001 apr-002 apr-003", "apr-001 --reason 'read it first'"]));
        Add(new DecideCommand(
            host, "deny", "Keep agents from what they ask for", ApprovalVerdict.Deny, ["apr-001 --reason 'not this file'", "apr-001 apr-002"]));
    }
}
