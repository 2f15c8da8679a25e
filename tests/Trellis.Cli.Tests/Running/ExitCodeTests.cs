using Trellis.Testing;

namespace Trellis.Cli.Tests.Running;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(401, 2, "authentication failed")]
    [InlineData(403, 2, "authentication failed")]
    [InlineData(422, 3, "validation error")]
    [InlineData(500, 5, "server error")]
    [InlineData(503, 5, "server error")]
    [InlineData(400, 6, "API error")]
    [InlineData(404, 6, "API error")]
    [InlineData(409, 6, "API error")]
    [InlineData(429, 6, "API error")]
    [InlineData(600, 6, "API error")]
    public async Task A_status_has_its_exit_code_and_its_label(int status, int exitCode, string label)
    {
        var result = await new InProcessCli(Answers.Error(status)).RunAsync("askii", "keys", "revoke", "--key", "k");
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldStartWith($"{label}: ");
        result.Error.ShouldContain($"HTTP {status}");
        result.Error.ShouldContain("no luck");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_connection_exits_with_4()
    {
        var result = await new InProcessCli(StubAnswer.ConnectFailure()).RunAsync("askii", "keys", "list");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldStartWith("transport error: ");
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_exits_with_4()
    {
        var result = await new InProcessCli(StubAnswer.Text("<html>")).RunAsync("askii", "keys", "list");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldStartWith("transport error: ");
    }

    [Fact]
    public async Task An_answer_of_another_shape_exits_with_99()
    {
        var result = await new InProcessCli(Answers.Ok("""{"user":"u"}""")).RunAsync("askii", "keys", "list");
        result.ExitCode.ShouldBe(99);
        result.Error.ShouldStartWith("Askii error: ");
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task What_nobody_expected_exits_with_99_without_a_stack_trace()
    {
        var result = await new InProcessCli { Variables = { ["ASKII_BASE_URL"] = "ftp://nowhere" } }.RunAsync("askii", "keys", "list");
        result.ExitCode.ShouldBe(99);
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_stack_trace_is_shown_when_debugging()
    {
        var cli = new InProcessCli(Answers.Error(500)) { Variables = { ["TRELLIS_DEBUG"] = "1" } };
        var result = await cli.RunAsync("askii", "keys", "list");
        result.ExitCode.ShouldBe(5);
        result.Error.ShouldContain("   at Trellis.");
    }

    [Fact]
    public async Task A_missing_token_exits_with_2_before_any_request()
    {
        var cli = new InProcessCli();
        cli.Variables.Remove("ASKII_TOKEN");
        var result = await cli.RunAsync("askii", "keys", "list");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe("authentication failed: There is no token. Set ASKII_TOKEN, or give --token.\n");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_client_refuses_itself_exits_with_3()
    {
        var cli = new InProcessCli();
        var result = await cli.RunAsync("askii", "keys", "provision", "--max-budget", "-1");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("\n  body.max_budget: must not be negative (value_error)\n");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_field_error_has_an_indented_line()
    {
        var result = await new InProcessCli(StubAnswer.Json(422, Answers.FieldErrors)).RunAsync("askii", "keys", "provision");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldEndWith("\n  body.key_alias: is taken (value_error)\n  body.models.1: unknown (model)\n");
    }

    [Fact]
    public async Task A_read_is_retried_before_it_fails()
    {
        var cli = new InProcessCli(Answers.Error(500), Answers.Ok(Answers.ModelList)) { Variables = { ["ASKII_MAX_RETRIES"] = "2" } };
        (await cli.RunAsync("askii", "models", "list")).ExitCode.ShouldBe(0);
        cli.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_secret_that_the_server_echoes_is_masked()
    {
        var result = await new InProcessCli(Answers.Error(400, $"bad key {Answers.ApiKey}")).RunAsync("askii", "keys", "revoke", "--key", Answers.ApiKey);
        result.Error.ShouldContain("bad key");
        result.Error.ShouldNotContain(Answers.ApiKey);
    }

    [Fact]
    public async Task An_error_text_cannot_steer_the_terminal()
    {
        var result = await new InProcessCli(Answers.Error(400, "\\u001b[2Jgone")).RunAsync("askii", "keys", "list");
        result.Error.ShouldContain("\\u001b[2Jgone");
        result.Error.ShouldNotContain("\e");
    }
}
