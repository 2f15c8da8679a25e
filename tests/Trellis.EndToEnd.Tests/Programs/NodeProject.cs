using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>A Node project beside these tests, which uses one unmodified npm package. Safe for concurrent use.</summary>
internal sealed class NodeProject
{
    private readonly string _folder;
    private readonly string _package;
    private readonly Lazy<Task> _installation;

    private NodeProject(string folder, string package)
    {
        (_folder, _package) = (Path.Combine(BuiltPrograms.TestSources, folder), package);
        _installation = new(InstallAsync);
    }

    /// <summary>The scripts with the <c>openai</c> package.</summary>
    public static NodeProject OpenAi { get; } = new("openai-js", "openai");

    /// <summary>The scripts with the <c>ws</c> package.</summary>
    public static NodeProject Ws { get; } = new("ws-js", "ws");

    /// <summary>Installs the package, unless that is done, and runs a script; where there is no Node.js, skips the test that asks.</summary>
    /// <returns>What it printed: one JSON object.</returns>
    public async Task<JsonObject> RunAsync(string script, IReadOnlyDictionary<string, string> variables)
    {
        await SkipWithoutAsync("node");
        await SkipWithoutAsync("npm");
        await _installation.Value;
        return JsonNode.Parse((await ProgramRun.OfAsync("node", [script], variables, _folder)).Succeeded())!.AsObject();
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

    private async Task InstallAsync()
    {
        if (!IsInstalled())
            (await ProgramRun.OfAsync("npm", ["ci", "--no-audit", "--no-fund"], folder: _folder)).Succeeded();
    }

    // npm keeps beside the packages what it has installed.
    private bool IsInstalled()
    {
        var installed = Path.Combine(_folder, "node_modules", ".package-lock.json");
        return File.Exists(installed) && Digest(installed) == Digest(Path.Combine(_folder, "package-lock.json"));
    }

    private string? Digest(string lockFile) =>
        JsonNode.Parse(File.ReadAllBytes(lockFile))?["packages"]?[$"node_modules/{_package}"]?["integrity"]?.GetValue<string>();
}
