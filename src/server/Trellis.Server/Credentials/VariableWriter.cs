using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Server;

/// <summary>Writes variables in the languages of shells.</summary>
internal static class VariableWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static string Bash(IEnumerable<KeyValuePair<string, string>> variables) =>
        Lines(variables, static pair => $"export {pair.Key}={ShellQuote.Bash(pair.Value)}");

    public static string PowerShell(IEnumerable<KeyValuePair<string, string>> variables) =>
        Lines(variables, static pair => $"$env:{pair.Key} = {ShellQuote.PowerShell(pair.Value)}");

    public static string Json(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var members = variables.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value));
        return new JsonObject(members).ToJsonString(Readable) + "\n";
    }

    private static string Lines(IEnumerable<KeyValuePair<string, string>> variables, Func<KeyValuePair<string, string>, string> write) =>
        string.Concat(variables.Select(pair => write(pair) + "\n"));
}
