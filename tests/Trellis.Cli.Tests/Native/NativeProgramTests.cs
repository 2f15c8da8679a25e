using Trellis.Cli.Tests.Processes;

namespace Trellis.Cli.Tests.Native;

/// <summary>The program compiled ahead of time.</summary>
[Collection(NativeBuilds.Collection)]
public sealed class NativeProgramTests(NativeBuilds builds) : ProgramContract, IAsyncLifetime
{
    private NativeBuild _build = null!;

    protected override string Program => _build.Executable;

    public async ValueTask InitializeAsync() => _build = await builds.CliAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void It_compiles_without_a_warning() => _build.Log.ShouldNotContain("warning", Case.Insensitive);
}
