using System.ComponentModel;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.OpenAi;

/// <summary>The unmodified <c>openai</c> npm package, installed once, and the scripts that use it.</summary>
internal static class NodePackage
{
    private static readonly string Folder = Path.Combine(BuiltPrograms.TestSources, "openai-js");
    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>Runs a script, or skips the test where there is no Node.js.</summary>
    /// <returns>What the script printed.</returns>
    public static async Task<JsonObject> RunAsync(string script, IReadOnlyDictionary<string, string> variables)
    {
        await SkipWithoutAsync("node");
        await SkipWithoutAsync("npm");
        await InstallAsync();
        return JsonNode.Parse((await ProgramRun.OfAsync("node", [script], variables, Folder)).Succeeded())!.AsObject();
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync();
        try
        {
            if (!IsInstalled())
                (await ProgramRun.OfAsync("npm", ["ci", "--no-audit", "--no-fund"], folder: Folder)).Succeeded();
        }
        finally
        {
            Installing.Release();
        }
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
    private static bool IsInstalled()
    {
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        return File.Exists(installed) && Digest(installed) == Digest(Path.Combine(Folder, "package-lock.json"));
    }

    private static string? Digest(string lockFile) =>
        JsonNode.Parse(File.ReadAllBytes(lockFile))?["packages"]?["node_modules/openai"]?["integrity"]?.GetValue<string>();
}
