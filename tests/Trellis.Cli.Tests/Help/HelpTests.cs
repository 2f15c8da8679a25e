namespace Trellis.Cli.Tests.Help;

public sealed class HelpTests
{
    [Fact]
    public async Task The_help_of_the_root_names_the_platforms()
    {
        var result = await Run("--help");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("trellis [command]");
        result.Output.ShouldContain("Askii platform CLI");
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData]
    [InlineData("askii")]
    [InlineData("askii", "keys")]
    [InlineData("askii", "models")]
    [InlineData("ascend")]
    [InlineData("ascend", "approvals")]
    [InlineData("ascend", "policies")]
    [InlineData("ascend", "webhooks")]
    [InlineData("ascend", "audit")]
    [InlineData("ascend", "kill-switch")]
    [InlineData("aerostack")]
    [InlineData("aerostack", "db")]
    [InlineData("aerostack", "cache")]
    [InlineData("aerostack", "queue")]
    [InlineData("aerostack", "storage")]
    [InlineData("aerostack", "ai")]
    [InlineData("aerostack", "auth")]
    [InlineData("aerostack", "services")]
    [InlineData("akshi")]
    [InlineData("akshi", "grants")]
    [InlineData("akshi", "approvals")]
    [InlineData("akshi", "tasks")]
    public async Task Without_a_command_the_help_is_shown_and_the_exit_code_is_2(params string[] arguments)
    {
        var result = await Run(arguments);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBe((await Run([.. arguments, "--help"])).Output);
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("list", "--token", "ASKII_TOKEN")]
    [InlineData("list", "--base-url", "ASKII_BASE_URL")]
    [InlineData("list", "--output", "TRELLIS_OUTPUT")]
    [InlineData("provision", "--alias", "TRELLIS_ASKII_ALIAS")]
    [InlineData("provision", "--duration-days", "TRELLIS_ASKII_DURATION_DAYS")]
    [InlineData("provision", "--no-memory", "TRELLIS_ASKII_MEMORY=off")]
    [InlineData("provision", "--max-budget", "TRELLIS_ASKII_MAX_BUDGET")]
    [InlineData("update-model", "--model", "TRELLIS_ASKII_MODEL")]
    [InlineData("revoke", "--key", "TRELLIS_ASKII_KEY")]
    public async Task Every_option_shows_its_variable(string command, string option, string variable)
    {
        var lines = (await Run("askii", "keys", command, "--help")).Output.Split('\n');
        lines.ShouldContain(line => line.Contains(option, StringComparison.Ordinal) && line.Contains($"[env: {variable}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evaluate", "--api-key", "ASCEND_API_KEY")]
    [InlineData("evaluate", "--agent-id", "ASCEND_AGENT_ID")]
    [InlineData("evaluate", "--url", "ASCEND_API_URL")]
    [InlineData("evaluate", "--parameters", "TRELLIS_ASCEND_PARAMETERS")]
    [InlineData("evaluate", "--no-wait", "TRELLIS_ASCEND_WAIT=off")]
    [InlineData("status", "--admin-token", "ASCEND_ADMIN_TOKEN")]
    [InlineData("wait", "--timeout", "TRELLIS_ASCEND_TIMEOUT")]
    public async Task Every_option_of_the_governance_commands_shows_its_variable(string command, string option, string variable)
    {
        var lines = (await Run("ascend", command, "--help")).Output.Split('\n');
        lines.ShouldContain(line => line.Contains(option, StringComparison.Ordinal) && line.Contains($"[env: {variable}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--api-key", "AEROSTACK_API_KEY", "storage", "put")]
    [InlineData("--url", "AEROSTACK_SERVER_URL", "storage", "get")]
    [InlineData("--content-type", "TRELLIS_AEROSTACK_CONTENT_TYPE", "storage", "put")]
    [InlineData("--ttl", "TRELLIS_AEROSTACK_TTL", "cache", "set")]
    [InlineData("--no-text", "TRELLIS_AEROSTACK_TEXT=off", "cache", "set")]
    [InlineData("--params", "TRELLIS_AEROSTACK_PARAMS", "db", "query")]
    [InlineData("--data", "TRELLIS_AEROSTACK_DATA", "queue", "enqueue")]
    [InlineData("--limit", "TRELLIS_AEROSTACK_LIMIT", "queue", "jobs")]
    [InlineData("--temperature", "TRELLIS_AEROSTACK_TEMPERATURE", "ai", "chat")]
    [InlineData("--password", "TRELLIS_AEROSTACK_PASSWORD", "auth", "signin")]
    public async Task Every_option_of_the_project_commands_shows_its_variable(string option, string variable, params string[] command)
    {
        var lines = (await Run(["aerostack", .. command, "--help"])).Output.Split('\n');
        lines.ShouldContain(line => line.Contains(option, StringComparison.Ordinal) && line.Contains($"[env: {variable}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--token", "AKSHI_TOKEN", "status")]
    [InlineData("--url", "AKSHI_BASE_URL", "health")]
    [InlineData("--watch", "TRELLIS_AKSHI_WATCH=on", "status")]
    [InlineData("--interval", "TRELLIS_AKSHI_INTERVAL", "approvals", "list")]
    [InlineData("-f, --follow", "TRELLIS_AKSHI_FOLLOW=on", "logs")]
    [InlineData("--severity", "TRELLIS_AKSHI_LEAST_SEVERITY", "findings")]
    [InlineData("--records", "TRELLIS_AKSHI_RECORDS", "findings", "post")]
    [InlineData("--input", "TRELLIS_AKSHI_INPUT", "tasks", "create")]
    [InlineData("--stream", "TRELLIS_AKSHI_STREAM", "events")]
    public async Task Every_option_of_the_runtimes_commands_shows_its_variable(string option, string variable, params string[] command)
    {
        var lines = (await Run(["akshi", .. command, "--help"])).Output.Split('\n');
        lines.ShouldContain(line => line.Contains(option, StringComparison.Ordinal) && line.Contains($"[env: {variable}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_in_the_environment_does_not_show_in_the_help() =>
        (await Run("askii", "keys", "list", "--help")).Output.ShouldNotContain(InProcessCli.Token);

    [Fact]
    public async Task A_command_shows_examples_under_the_name_it_was_called_by()
    {
        (await Run("askii", "keys", "revoke", "--help")).Output.ShouldContain("Examples:\n  trellis askii keys revoke --key my-app\n");
        var askii = await new InProcessCli { ProgramName = "askii" }.RunAsync("keys", "revoke", "--help");
        askii.Output.ShouldContain("Examples:\n  askii keys revoke --key my-app\n");
    }

    private static Task<CliResult> Run(params string[] arguments) => new InProcessCli().RunAsync(arguments);
}
