using System.Text;

namespace Trellis.Cli;

/// <summary>
/// The name that the program was called by: a link named for a platform makes that platform's commands the root, so that
/// <c>askii keys list</c> is <c>trellis askii keys list</c>.
/// </summary>
internal static class ProgramName
{
    public const string Trellis = "trellis";

    private const string LinuxCommandLine = "/proc/self/cmdline";

    public static string OfThisProcess()
    {
        var name = Environment.GetCommandLineArgs()[0];

        // A native build sees the name it was called by. A build that runs on the shared runtime sees its own assembly instead, and the
        // name is only in the operating system's record; ProcessPath is the link's target on Unix, but the link itself on Windows.
        if (!name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return Simplify(name);
        }

        return Simplify((OperatingSystem.IsLinux() ? ReadLinuxName() : null) ?? Environment.ProcessPath ?? name);
    }

    /// <summary>The last part of a path, without <c>.exe</c> and in lower case.</summary>
    internal static string Simplify(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name).ToLowerInvariant();
    }

    private static string? ReadLinuxName()
    {
        try
        {
            var arguments = File.ReadAllBytes(LinuxCommandLine).AsSpan();
            return arguments.IndexOf((byte)0) is > 0 and var end ? Encoding.UTF8.GetString(arguments[..end]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
