using System.Diagnostics;

namespace Trellis.Server.Tests;

/// <summary>Runs the built executable as its users do.</summary>
internal static class ServerCommand
{
    private static readonly string Executable =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "trellis-server.exe" : "trellis-server");

    public static Task<CommandResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static Task<CommandResult> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        FinishAsync(Start(environment, arguments));

    public static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("TRELLIS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<CommandResult> FinishAsync(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new CommandResult(process.ExitCode, await output, await error);
        }
    }
}
