using System.CommandLine;

namespace Trellis.Cli;

/// <summary><c>version</c>: one line, the version.</summary>
internal sealed class VersionCommand : Command
{
    public VersionCommand(CliHost host)
        : base("version", "Print the version of this program") =>
        SetAction(_ => Print(host));

    /// <summary>Whether the arguments ask for the version and nothing else, which needs no other command.</summary>
    public static bool IsMeantBy(IReadOnlyList<string> args) => args is ["version"] or [VersionOption.Text];

    /// <summary>Prints the line.</summary>
    public static void Print(CliHost host) => host.Output.WriteLine(ProductVersion.Text);
}
