namespace Trellis.Cli.Tests.Native;

/// <summary>The native builds. Each is made when the first test needs it, and tried once even if it fails, since it takes minutes.</summary>
public sealed class NativeBuilds
{
    /// <summary>The name of the tests that share them; they run one after the other.</summary>
    public const string Collection = "Native builds";

    private readonly NativeBuild _cli = new(
        "src/cli/Trellis.Cli",
        "trellis",
        "src/cli/Trellis.Cli",
        "src/clients/Trellis.Aerostack",
        "src/clients/Trellis.Akshi",
        "src/clients/Trellis.Ascend",
        "src/clients/Trellis.Askii",
        "src/clients/Trellis.Core");

    private readonly NativeBuild _smokeApp = new(
        "tests/Trellis.Aot.SmokeApp",
        "trellis-smoke",
        "tests/Trellis.Aot.SmokeApp",
        "src/clients/Trellis.Aerostack",
        "src/clients/Trellis.Akshi",
        "src/clients/Trellis.Ascend",
        "src/clients/Trellis.Askii",
        "src/clients/Trellis.Core");

    private Task? _cliPublished;
    private Task? _smokeAppPublished;

    /// <summary>The command line; ends the test when it cannot be built on this machine.</summary>
    internal async Task<NativeBuild> CliAsync()
    {
        NativeBuild.SkipUnlessPossible();
        await (_cliPublished ??= _cli.PublishAsync());
        return _cli;
    }

    /// <summary>The smoke app; ends the test when it cannot be built on this machine.</summary>
    internal async Task<NativeBuild> SmokeAppAsync()
    {
        NativeBuild.SkipUnlessPossible();
        await (_smokeAppPublished ??= _smokeApp.PublishAsync());
        return _smokeApp;
    }
}
