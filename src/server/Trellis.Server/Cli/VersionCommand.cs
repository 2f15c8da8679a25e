using System.CommandLine;
using System.Reflection;

namespace Trellis.Server;

/// <summary><c>trellis-server version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(static line =>
        {
            line.InvocationConfiguration.Output.WriteLine(Version());
            return ExitCode.Success;
        });
        return command;
    }

    // The build adds the commit after a plus sign.
    private static string Version() =>
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
