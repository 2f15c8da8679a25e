namespace Trellis.Cli.Tests.Settings;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task The_token_option_wins_over_the_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList));
        await cli.RunAsync("askii", "models", "list", "--token", "another");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"mpass_token":"another"}""");
    }

    [Fact]
    public async Task The_base_URL_comes_from_the_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList)) { Variables = { ["ASKII_BASE_URL"] = "https://one.test/api" } };
        await cli.RunAsync("askii", "models", "list");
        cli.Transport.LastRequest.Uri.ShouldBe(new Uri("https://one.test/api/platform/available-models"));
    }

    [Fact]
    public async Task The_base_URL_option_wins_over_the_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList)) { Variables = { ["ASKII_BASE_URL"] = "https://one.test" } };
        await cli.RunAsync("askii", "models", "list", "--base-url", "https://two.test");
        cli.Transport.LastRequest.Uri.Host.ShouldBe("two.test");
    }

    [Theory]
    [InlineData("ASKII_BASE_URL")]
    [InlineData("ASKII_TIMEOUT_SECONDS")]
    [InlineData("ASKII_CA_BUNDLE")]
    [InlineData("TRELLIS_OUTPUT")]
    public async Task An_empty_variable_counts_as_absent(string variable)
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList)) { Variables = { [variable] = "" } };
        (await cli.RunAsync("askii", "models", "list")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Uri.Host.ShouldBe("api.askii.ai");
    }

    [Fact]
    public async Task An_empty_token_counts_as_absent()
    {
        var result = await new InProcessCli { Variables = { ["ASKII_TOKEN"] = "" } }.RunAsync("askii", "models", "list", "--token", "");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("There is no token.");
    }

    [Fact]
    public async Task An_empty_token_option_falls_back_to_the_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList));
        await cli.RunAsync("askii", "models", "list", "--token", "");
        cli.Transport.LastRequest.BodyText.ShouldContain(InProcessCli.Token);
    }

    [Theory]
    [InlineData("ASKII_TIMEOUT_SECONDS", "soon")]
    [InlineData("ASKII_MAX_RETRIES", "3.0")]
    [InlineData("ASKII_BASE_URL", "nowhere")]
    [InlineData("TRELLIS_OUTPUT", "xml")]
    [InlineData("TRELLIS_ASKII_DURATION_DAYS", "999")]
    [InlineData("TRELLIS_ASKII_MEMORY", "maybe")]
    [InlineData("TRELLIS_ASKII_MEMORY_MODE", "some")]
    [InlineData("TRELLIS_ASKII_MAX_BUDGET", "much")]
    public async Task A_variable_that_cannot_be_read_exits_with_99_and_is_named(string variable, string value)
    {
        var cli = new InProcessCli { Variables = { [variable] = value } };
        var result = await cli.RunAsync("askii", "keys", "provision");
        result.ExitCode.ShouldBe(99);
        result.Error.ShouldStartWith($"configuration error: {variable} must be ");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_option_of_provision_has_its_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ProvisionedKey))
        {
            Variables =
            {
                ["TRELLIS_ASKII_ALIAS"] = "mine",
                ["TRELLIS_ASKII_DURATION_DAYS"] = "7",
                ["TRELLIS_ASKII_MEMORY"] = "On",
                ["TRELLIS_ASKII_MEMORY_MODE"] = "all",
                ["TRELLIS_ASKII_MODEL"] = "a, b,",
                ["TRELLIS_ASKII_DEFAULT_MODEL"] = "a",
                ["TRELLIS_ASKII_MAX_BUDGET"] = "5",
            },
        };
        await cli.RunAsync("askii", "keys", "provision");
        cli.Transport.LastRequest.BodyText.ShouldBe(
            """{"key_alias":"mine","duration_days":7,"memory_enabled":true,"memory_mode":"all","models":["a","b"],"default_model":"a","max_budget":5,"mpass_token":"token-of-the-test"}""");
    }

    [Fact]
    public async Task A_required_key_can_come_from_the_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.RevokedKey)) { Variables = { ["TRELLIS_ASKII_KEY"] = "mine" } };
        (await cli.RunAsync("askii", "keys", "revoke")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.BodyText.ShouldContain("\"key\":\"mine\"");
    }

    [Fact]
    public async Task The_output_format_can_come_from_the_variable()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList)) { Variables = { ["TRELLIS_OUTPUT"] = "json" } };
        (await cli.RunAsync("askii", "models", "list")).Json()["models"]!.AsArray().Count.ShouldBe(2);
    }
}
