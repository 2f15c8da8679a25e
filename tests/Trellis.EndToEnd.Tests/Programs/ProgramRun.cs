namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProgramRun> OfAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        await using var child = ChildProcess.Start(program, arguments, environment, folder);
        var exitCode = await child.WaitForExitAsync();
        return new ProgramRun(exitCode, child.Output, child.Errors);
    }

    /// <summary>The output of a program that must succeed.</summary>
    public string Succeeded()
    {
        ExitCode.ShouldBe(0, Errors + Output);
        return Output;
    }
}
