using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Trellis.Cli.Tests.Native;

/// <summary>A project compiled ahead of time, once for each state of its sources; the result stays in <c>artifacts/native</c>.</summary>
internal sealed class NativeBuild(string project, string executable, params string[] sources)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly string _folder = Path.Combine(Repository.Root, "artifacts", "native", $"{executable}-{SourceHash.Of(sources)}");

    /// <summary>The compiled program.</summary>
    public string Executable => Path.Combine(_folder, executable);

    /// <summary>What the compiler said.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder, "publish.log"));

    /// <summary>Ends the test when nothing can be compiled here, and says what is missing.</summary>
    public static void SkipUnlessPossible()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Native builds are tested on Linux and macOS. Run the tests there.");
        if (HasCommand("clang") || HasCommand("gcc")) return;
        Assert.Skip("There is no C compiler to link with. Install clang or gcc, and the headers of zlib (Debian: apt-get install gcc libc6-dev zlib1g-dev).");
    }

    public async Task PublishAsync()
    {
        if (File.Exists(Executable)) return;
        var work = Directory.CreateTempSubdirectory("trellis-native-");
        try
        {
            var output = Path.Combine(work.FullName, "output");
            var log = await RunDotnetAsync(
            [
                "publish", Path.Combine(Repository.Root, project), "--framework", "net8.0", "--runtime", RuntimeInformation.RuntimeIdentifier,
                "--configuration", "Release", "--output", output, "--artifacts-path", Path.Combine(work.FullName, "build"),
                "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ]);
            await File.WriteAllTextAsync(Path.Combine(output, "publish.log"), log);
            Keep(output);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private void Keep(string output)
    {
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        foreach (var older in parent.EnumerateDirectories($"{executable}-*")) older.Delete(recursive: true);
        Directory.CreateDirectory(_folder);
        foreach (var name in (string[])["publish.log", executable]) File.Copy(Path.Combine(output, name), Path.Combine(_folder, name));
    }

    private static async Task<string> RunDotnetAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };

        // What a surrounding build has set for itself would steer this one.
        foreach (var name in start.Environment.Keys.Where(static key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? output + await error : throw new InvalidOperationException($"The native build failed.\n{output}\n{await error}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The native build did not end within {Patience}.");
        }
    }

    private static bool HasCommand(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
