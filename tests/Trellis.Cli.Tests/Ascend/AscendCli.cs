using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend;

/// <summary>Makes a program that has the credentials of an agent and of a person, and retries nothing.</summary>
internal static class AscendCli
{
    public const string ApiKey = "owkai_live_key-of-the-test";
    public const string AdminToken = "token-of-a-person";

    public static InProcessCli Create(params StubAnswer[] answers)
    {
        var cli = new InProcessCli(answers);
        SetVariables(cli);
        return cli;
    }

    public static InProcessCli WithInput(string input, params StubAnswer[] answers)
    {
        var cli = new InProcessCli(answers) { Input = input };
        SetVariables(cli);
        return cli;
    }

    public static Task<CliResult> AscendAsync(this InProcessCli cli, params string[] args) => cli.RunAsync(["ascend", .. args]);

    private static void SetVariables(InProcessCli cli)
    {
        cli.Variables["ASCEND_API_URL"] = "https://ascend.example";
        cli.Variables["ASCEND_API_KEY"] = ApiKey;
        cli.Variables["ASCEND_ADMIN_TOKEN"] = AdminToken;
        cli.Variables["ASCEND_AGENT_ID"] = "refund-agent";
        cli.Variables["TRELLIS_ASCEND_MAX_RETRIES"] = "0";
    }
}
