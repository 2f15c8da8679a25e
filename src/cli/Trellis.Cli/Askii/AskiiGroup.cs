using System.CommandLine;
using Trellis.Cli.Askii.Keys;
using Trellis.Cli.Askii.Models;

namespace Trellis.Cli.Askii;

/// <summary><c>askii</c>: all commands of the Askii platform; the root when the program is called by that name.</summary>
internal sealed class AskiiGroup : Command
{
    public AskiiGroup(CliHost host)
        : base("askii", "Askii platform CLI: provision, inspect and revoke LLM keys")
    {
        Add(new KeysGroup(host));
        Add(new ModelsGroup(host));
    }
}
