namespace Trellis.Cli.Tests.Askii.Keys;

public sealed class ProvisionKeyTests
{
    [Fact]
    public async Task A_bare_call_sends_the_defaults_alone()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ProvisionedKey));
        await cli.RunAsync("askii", "keys", "provision");
        cli.Transport.LastRequest.Path.ShouldBe("/platform/provision-key");
        cli.Transport.LastRequest.BodyText.ShouldBe($$"""{"duration_days":90,"memory_enabled":false,"mpass_token":"{{InProcessCli.Token}}"}""");
    }

    [Fact]
    public async Task Every_option_reaches_the_request()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ProvisionedKey));
        await cli.RunAsync(
            "askii", "keys", "provision", "--alias", "mine", "--duration-days", "30", "--memory", "--memory-mode", "CKG", "--model", "a", "-m", "b",
            "--default-model", "b", "--max-budget", "2.50");
        cli.Transport.LastRequest.BodyText.ShouldBe(
            """{"key_alias":"mine","duration_days":30,"memory_enabled":true,"memory_mode":"ckg","models":["a","b"],"default_model":"b","max_budget":2.50,"mpass_token":"token-of-the-test"}""");
    }

    [Fact]
    public async Task No_memory_turns_the_memory_off()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ProvisionedKey)) { Variables = { ["TRELLIS_ASKII_MEMORY"] = "on" } };
        await cli.RunAsync("askii", "keys", "provision", "--no-memory");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"memory_enabled\":false");
    }

    [Fact]
    public async Task The_answer_is_JSON_by_default_with_the_key_in_clear()
    {
        var result = await new InProcessCli(Answers.Ok(Answers.ProvisionedKey)).RunAsync("askii", "keys", "provision");
        result.Output.ShouldBe($$"""
            {
              "api_key": "{{Answers.ApiKey}}",
              "key_name": "moneta-user-001",
              "user_id": "askii-user-1",
              "expires": "2026-08-01T00:00:00Z"
            }

            """);
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_table_shows_the_key_in_clear_too()
    {
        var result = await new InProcessCli(Answers.Ok(Answers.ProvisionedKey)).RunAsync("askii", "keys", "provision", "-o", "Table");
        result.Output.ShouldBe($"""
            Provisioned key

            Field     Value
            ────────  ───────────────────────────────────
            api_key   {Answers.ApiKey}
            key_name  moneta-user-001
            user_id   askii-user-1
            expires   2026-08-01T00:00:00+00:00

            """);
    }

    [Theory]
    [InlineData("--duration-days", "0")]
    [InlineData("--duration-days", "366")]
    [InlineData("--duration-days", "ninety")]
    [InlineData("--memory-mode", "some")]
    [InlineData("--max-budget", "much")]
    [InlineData("--max-budget", "1,5")]
    public async Task An_option_out_of_its_range_is_a_usage_error(string option, string value)
    {
        var cli = new InProcessCli();
        var result = await cli.RunAsync("askii", "keys", "provision", option, value);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain($"usage error: {option} must be ");
        result.Error.ShouldContain("Try 'trellis askii keys provision --help'.");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("365")]
    public async Task The_bounds_of_the_duration_are_allowed(string days)
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ProvisionedKey));
        (await cli.RunAsync("askii", "keys", "provision", "--duration-days", days)).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.BodyText.ShouldContain($"\"duration_days\":{days},");
    }

    [Fact]
    public async Task Memory_on_and_off_at_once_is_a_usage_error()
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "provision", "--memory", "--no-memory");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--memory and --no-memory exclude each other.");
    }

    [Fact]
    public async Task A_value_that_looks_like_a_file_of_arguments_is_taken_as_it_is()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ProvisionedKey));
        await cli.RunAsync("askii", "keys", "provision", "--alias", "@me");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"key_alias\":\"@me\"");
    }
}
