using System.Text.Json.Nodes;

namespace Trellis.Cli.Tests;

/// <summary>What one run of the program left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The standard output read as JSON, which it has to be as a whole.</summary>
    public JsonNode Json() => JsonNode.Parse(Output)!;
}
