using Trellis.Testing;

namespace Trellis.Cli.Tests;

/// <summary>Runs the program inside the test, with its own environment, streams and network.</summary>
internal sealed class InProcessCli(params StubAnswer[] answers)
{
    public const string Token = "token-of-the-test";

    /// <summary>What the program sends, and what it is answered.</summary>
    public StubTransport Transport { get; } = new(answers);

    /// <summary>The environment. By default there is a token, and nothing is retried.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["ASKII_TOKEN"] = Token, ["ASKII_MAX_RETRIES"] = "1" };

    public string ProgramName { get; init; } = Cli.ProgramName.Trellis;

    public TextStyle OutputStyle { get; init; } = TextStyle.Plain;

    public TextStyle ErrorStyle { get; init; } = TextStyle.Plain;

    public async Task<CliResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var http = Transport.CreateClient();
        var host = new CliHost(output, error, Variables.GetValueOrDefault) { HttpClient = http, OutputStyle = OutputStyle, ErrorStyle = ErrorStyle };
        var exitCode = await CommandLine.RunAsync(ProgramName, args, host);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
