using System.Diagnostics;

namespace Trellis.Cli.Tests.Processes;

/// <summary>Runs the program as a process of its own, in an environment without variables of its own but for those given.</summary>
internal static class CliProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The program on the shared runtime, where its own project builds it: the copy beside the tests lacks what these find in ASP.NET Core.
    /// </summary>
    public static string Managed { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "Trellis.Cli.Tests"), Path.Combine("src", "cli", "Trellis.Cli"), StringComparison.Ordinal),
        OperatingSystem.IsWindows() ? "trellis.exe" : "trellis");

    public static async Task<CliResult> RunAsync(string program, string[] args, params (string Name, string Value)[] variables)
    {
        using var process = Start(program, args, variables);
        return await EndAsync(process);
    }

    public static Process Start(string program, string[] args, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<CliResult> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {Patience}.");
        }
    }

    private static bool IsOurs(string name) =>
        Array.Exists(["AEROSTACK_", "AKSHI_", "ASKII_", "ASCEND_", "OWKAI_", "TRELLIS_"], prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
