using Trellis.Cli.Tests.Processes;

namespace Trellis.Cli.Tests.Native;

/// <summary>The Askii client in an app compiled ahead of time.</summary>
[Collection(NativeBuilds.Collection)]
public sealed class SmokeAppTests(NativeBuilds builds)
{
    [Fact]
    public async Task The_client_works_compiled_ahead_of_time()
    {
        var build = await builds.SmokeAppAsync();
        var result = await CliProcess.RunAsync(build.Executable, []);
        result.Output.Trim().ShouldBe("ok", result.Error);
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task It_compiles_without_a_warning() =>
        (await builds.SmokeAppAsync()).Log.ShouldNotContain("warning", Case.Insensitive);
}
