namespace Trellis.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) => CommandLine.RunAsync(ProgramName.OfThisProcess(), args, CliHost.OfThisProcess());
}
