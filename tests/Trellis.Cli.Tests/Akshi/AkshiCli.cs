using Trellis.Testing;

namespace Trellis.Cli.Tests.Akshi;

/// <summary>Makes a program that has the token of a runtime.</summary>
internal static class AkshiCli
{
    public const string Token = "token-of-the-runtime";

    public static InProcessCli Create(params StubAnswer[] answers) => SetVariables(new InProcessCli(answers));

    public static InProcessCli WithInput(string input, params StubAnswer[] answers) => SetVariables(new InProcessCli(answers) { Input = input });

    /// <summary>A program that is interrupted by the request after the last of the answers.</summary>
    public static InProcessCli InterruptedAfter(CancellationTokenSource interruption, TextStyle style, params StubAnswer[] answers)
    {
        var script = new Queue<StubAnswer>(answers);
        return SetVariables(new InProcessCli(new StubTransport(_ =>
        {
            if (script.TryDequeue(out var answer)) return answer;
            interruption.Cancel();
            return Answers.Ok("{}");
        }))
        {
            OutputStyle = style,
        });
    }

    public static Task<CliResult> AkshiAsync(this InProcessCli cli, params string[] args) => cli.RunAsync(["akshi", .. args]);

    public static string[] Lines(this CliResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static InProcessCli SetVariables(InProcessCli cli)
    {
        cli.Variables["AKSHI_BASE_URL"] = "https://node.example/runtime";
        cli.Variables["AKSHI_TOKEN"] = Token;
        return cli;
    }
}
