using System.Text;
using Trellis.Testing;

namespace Trellis.Cli.Tests;

/// <summary>Runs the program inside the test, with its own environment, streams and network.</summary>
internal sealed class InProcessCli(StubTransport transport)
{
    public const string Token = "token-of-the-test";

    public InProcessCli(params StubAnswer[] answers)
        : this(new StubTransport(answers))
    {
    }

    /// <summary>What the program sends, and what it is answered.</summary>
    public StubTransport Transport { get; } = transport;

    /// <summary>The environment. By default there is a token, and nothing is retried.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["ASKII_TOKEN"] = Token, ["ASKII_MAX_RETRIES"] = "1" };

    public string ProgramName { get; init; } = Cli.ProgramName.Trellis;

    public TextStyle OutputStyle { get; init; } = TextStyle.Plain;

    public TextStyle ErrorStyle { get; init; } = TextStyle.Plain;

    /// <summary>What is piped into the program.</summary>
    public string Input { get; init; } = "";

    /// <summary>What time it is; by itself it goes from one wait to the next.</summary>
    public ManualTimeProvider Time { get; } = new() { AutoAdvance = true };

    public Task<CliResult> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public async Task<CliResult> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var http = Transport.CreateClient();
        using var input = new StringReader(Input);
        using var inputBytes = new MemoryStream(Encoding.UTF8.GetBytes(Input));
        var host = new CliHost(output, error, Variables.GetValueOrDefault)
        {
            HttpClient = http,
            OutputStyle = OutputStyle,
            ErrorStyle = ErrorStyle,
            OpenInput = () => input,
            OpenInputStream = () => inputBytes,
            OpenOutput = () => bytes,
            Time = Time,
        };
        var exitCode = await CommandLine.RunAsync(ProgramName, args, host, cancellationToken);
        return new(exitCode, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}
