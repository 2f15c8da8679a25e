using System.Reflection;

namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>Where the build left the programs under test.</summary>
internal static class BuiltPrograms
{
    /// <summary>The executable <c>trellis-server</c>.</summary>
    public static string Server { get; } = Executable("ServerProgram");

    /// <summary>The executable <c>trellis</c>.</summary>
    public static string CommandLine { get; } = Executable("CommandLineProgram");

    /// <summary>The sample <c>GovernedAgent</c>.</summary>
    public static string GovernedAgent { get; } = Executable("GovernedAgentProgram");

    /// <summary>The sample <c>GovernedTools</c>.</summary>
    public static string GovernedTools { get; } = Executable("GovernedToolsProgram");

    /// <summary>The sample <c>LogWatch</c>.</summary>
    public static string LogWatch { get; } = Executable("LogWatchProgram");

    /// <summary>The sample <c>SupportDesk</c>.</summary>
    public static string SupportDesk { get; } = Executable("SupportDeskProgram");

    /// <summary>The folder of these tests' sources, which holds the Node project.</summary>
    public static string TestSources { get; } = Metadata("TestSources");

    // The build names the assembly; the executable that starts it lies beside it.
    private static string Executable(string name) => Path.ChangeExtension(Metadata(name), OperatingSystem.IsWindows() ? ".exe" : null);

    private static string Metadata(string name) => typeof(BuiltPrograms).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;
}
