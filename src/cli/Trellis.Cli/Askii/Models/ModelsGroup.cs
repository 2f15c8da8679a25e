using System.CommandLine;

namespace Trellis.Cli.Askii.Models;

/// <summary><c>models</c>.</summary>
internal sealed class ModelsGroup : Command
{
    public ModelsGroup(CliHost host)
        : base("models", "See which models there are") =>
        Add(new ListModelsCommand(host));
}
