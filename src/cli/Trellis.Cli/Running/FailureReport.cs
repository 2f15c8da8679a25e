namespace Trellis.Cli;

/// <summary>Tells people on standard error why a command failed.</summary>
internal static class FailureReport
{
    public static void Write(CliHost host, Failure failure, Exception exception)
    {
        host.Error.WriteLine($"{host.ErrorStyle.Failure(failure.Label)}: {TerminalText.Lines(failure.Message)}");
        foreach (var detail in failure.Details) host.Error.WriteLine($"  {TerminalText.Line(detail)}");
        if (host.IsDebugging) host.Error.WriteLine(TerminalText.Lines(exception.ToString()));
    }
}
