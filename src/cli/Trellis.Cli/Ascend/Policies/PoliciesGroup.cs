using System.CommandLine;

namespace Trellis.Cli.Ascend.Policies;

/// <summary><c>policies</c>.</summary>
internal sealed class PoliciesGroup : Command
{
    public PoliciesGroup(CliHost host)
        : base("policies", "See and change the rules that actions are held to")
    {
        Add(new ListPoliciesCommand(host));
        Add(new PutPolicyCommand(host));
        Add(new DeletePolicyCommand(host));
    }
}
