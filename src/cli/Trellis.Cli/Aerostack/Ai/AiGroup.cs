using System.CommandLine;

namespace Trellis.Cli.Aerostack.Ai;

/// <summary><c>ai</c>.</summary>
internal sealed class AiGroup : Command
{
    public AiGroup(CliHost host)
        : base("ai", "Ask the platform's models") =>
        Add(new ChatCommand(host));
}
