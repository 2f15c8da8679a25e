using System.CommandLine;

namespace Trellis.Cli.Akshi.Grants;

/// <summary><c>grants</c>.</summary>
internal sealed class GrantsGroup : Command
{
    public GrantsGroup(CliHost host)
        : base("grants", "See which secrets agents may use, take them away, and give them back")
    {
        Add(new ListGrantsCommand(host));
        Add(new RevokeGrantCommand(host));
        Add(new RestoreGrantCommand(host));
    }
}
