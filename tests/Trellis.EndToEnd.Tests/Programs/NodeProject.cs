using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>A Node project beside these tests, which uses one unmodified npm package.</summary>
/// <param name="folder">Its folder.</param>
/// <param name="package">The package.</param>
internal sealed class NodeProject(string folder, string package)
{
    private readonly string _folder = Path.Combine(BuiltPrograms.TestSources, folder);

    /// <summary>Runs <c>tour.mjs</c> of the installed project.</summary>
    /// <returns>What it printed: one JSON object.</returns>
    public async Task<JsonObject> RunAsync(IReadOnlyDictionary<string, string> variables) =>
        JsonNode.Parse((await ProgramRun.OfAsync("node", ["tour.mjs"], variables, _folder)).Succeeded())!.AsObject();

    /// <summary>Installs the package, unless that is done; where there is no Node.js, skips the test that asks.</summary>
    public async Task InstallAsync()
    {
        await SkipWithoutAsync("node");
        await SkipWithoutAsync("npm");
        if (!IsInstalled())
            (await ProgramRun.OfAsync("npm", ["ci", "--no-audit", "--no-fund"], folder: _folder)).Succeeded();
    }

    private static async Task SkipWithoutAsync(string program)
    {
        try
        {
            (await ProgramRun.OfAsync(program, ["--version"])).Succeeded();
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {program} on the search path. Install Node.js 20 or later, which brings node and npm.");
        }
    }

    // npm keeps beside the packages what it has installed.
    private bool IsInstalled()
    {
        var installed = Path.Combine(_folder, "node_modules", ".package-lock.json");
        return File.Exists(installed) && Digest(installed) == Digest(Path.Combine(_folder, "package-lock.json"));
    }

    private string? Digest(string lockFile) =>
        JsonNode.Parse(File.ReadAllBytes(lockFile))?["packages"]?[$"node_modules/{package}"]?["integrity"]?.GetValue<string>();
}
