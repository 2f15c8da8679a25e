using System.CommandLine;

namespace Trellis.Cli;

/// <summary><c>version</c>: one line, the version.</summary>
internal sealed class VersionCommand : Command
{
    public VersionCommand(CliHost host)
        : base("version", "Print the version of this program") =>
        SetAction(_ => host.Output.WriteLine(ProductVersion.Text));
}
