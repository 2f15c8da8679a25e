namespace Trellis.Cli.Tests.Processes;

/// <summary>The program on the shared runtime.</summary>
public sealed class ManagedProgramTests : ProgramContract
{
    protected override string Program => CliProcess.Managed;
}
