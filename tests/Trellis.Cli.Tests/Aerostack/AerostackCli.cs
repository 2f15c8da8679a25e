using Trellis.Testing;

namespace Trellis.Cli.Tests.Aerostack;

/// <summary>Makes a program that has the key of a project.</summary>
internal static class AerostackCli
{
    public const string ApiKey = "ac_secret_key-of-the-test";
    public const string ServerUrl = "https://aerostack.example/v1";

    public static InProcessCli Create(params StubAnswer[] answers) => Prepare(new InProcessCli(answers));

    public static InProcessCli WithInput(string input, params StubAnswer[] answers) => Prepare(new InProcessCli(answers) { Input = input });

    public static InProcessCli OnTerminal(params StubAnswer[] answers) => Prepare(new InProcessCli(answers) { ErrorStyle = TextStyle.Ansi });

    public static Task<CliResult> AerostackAsync(this InProcessCli cli, params string[] args) => cli.RunAsync(["aerostack", .. args]);

    private static InProcessCli Prepare(InProcessCli cli)
    {
        cli.Variables["AEROSTACK_SERVER_URL"] = ServerUrl;
        cli.Variables["AEROSTACK_API_KEY"] = ApiKey;
        return cli;
    }
}
