using System.CommandLine;

namespace Trellis.Cli.Aerostack.Services;

/// <summary><c>services</c>.</summary>
internal sealed class ServicesGroup : Command
{
    public ServicesGroup(CliHost host)
        : base("services", "Call the project's services") =>
        Add(new InvokeCommand(host));
}
