using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>A data directory of a test, removed with it.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("trellis-e2e-").FullName;

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes <c>trellis.json</c>.</summary>
    public void Configure(JsonObject settings) => Write("trellis.json", settings.ToJsonString());

    /// <summary>Writes a file.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Reads a JSON file.</summary>
    public JsonNode ReadJson(string name) => JsonNode.Parse(System.IO.File.ReadAllBytes(File(name)))!;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
