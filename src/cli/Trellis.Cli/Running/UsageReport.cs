namespace Trellis.Cli;

/// <summary>Tells people on standard error what is wrong with the command line, and where to read more.</summary>
internal static class UsageReport
{
    public static void Write(CliHost host, IEnumerable<string> errors, string commandPath)
    {
        foreach (var error in errors) host.Error.WriteLine($"{host.ErrorStyle.Failure("usage error")}: {TerminalText.Lines(error)}");
        host.Error.WriteLine($"Try '{commandPath} --help'.");
    }
}
