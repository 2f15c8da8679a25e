using System.CommandLine;

namespace Trellis.Server;

/// <summary>The command line of <c>trellis-server</c>.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            $"One server that speaks the platform APIs: offline, in CI and self-hosted. Every option is also an environment variable and a key "
            + $"of {DataFiles.Configuration} in the data directory; an option wins over a variable, a variable over the file.");
        foreach (var option in ServeCommand.Options)
            root.Options.Add(option);
        root.SetAction(ServeCommand.RunAsync);

        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(EnvCommand.Create());
        root.Subcommands.Add(TokenCommand.Create());
        root.Subcommands.Add(AuditCommand.Create());
        root.Subcommands.Add(VersionCommand.Create());
        return root;
    }
}
