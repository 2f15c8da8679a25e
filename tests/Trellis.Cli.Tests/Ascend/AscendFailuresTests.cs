using Trellis.Cli.Ascend;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend;

public sealed class AscendFailuresTests
{
    [Theory]
    [InlineData(401, 2, "authentication failed")]
    [InlineData(403, 2, "not allowed")]
    [InlineData(400, 3, "validation error")]
    [InlineData(422, 3, "validation error")]
    [InlineData(500, 5, "server error")]
    [InlineData(503, 5, "server error")]
    [InlineData(404, 6, "API error")]
    [InlineData(409, 6, "API error")]
    [InlineData(429, 6, "API error")]
    public async Task A_status_has_its_exit_code_and_its_label(int status, int exitCode, string label)
    {
        var result = await AscendCli.Create(Answers.Error(status)).AscendAsync("status", "1547");
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldStartWith($"{label}: ");
        result.Error.ShouldContain($"HTTP {status}");
        result.Error.ShouldContain("no luck");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gate_that_refuses_an_action_denies_it()
    {
        var result = await AscendCli
            .Create(StubAnswer.Json(403, """{"detail":"no such server","error_code":"MCP_SERVER_UNREGISTERED_DENY","policy_violations":["mcp"]}"""))
            .AscendAsync("evaluate", "--action-type", "a.b", "--resource", "r");
        result.ExitCode.ShouldBe(10);
        result.Error.ShouldStartWith("denied: ");
        result.Error.ShouldEndWith("\n  mcp\n");
    }

    [Fact]
    public async Task A_refused_connection_exits_with_4()
    {
        var result = await AscendCli.Create(StubAnswer.ConnectFailure()).AscendAsync("status", "1547");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldStartWith("transport error: ");
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_exits_with_4() =>
        (await AscendCli.Create(StubAnswer.Text("<html>")).AscendAsync("status", "1547")).ExitCode.ShouldBe(4);

    [Fact]
    public async Task An_answer_of_another_shape_exits_with_99() =>
        (await AscendCli.Create(Answers.Ok("""{"policies":7}""")).AscendAsync("policies", "list")).ExitCode.ShouldBe(99);

    [Fact]
    public async Task Plain_HTTP_to_another_machine_exits_with_99_before_any_request()
    {
        var cli = AscendCli.Create();
        var result = await cli.AscendAsync("status", "1547", "--url", "http://ascend.example");
        result.ExitCode.ShouldBe(99);
        result.Error.ShouldStartWith("configuration error: ");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_read_is_retried_as_often_as_said()
    {
        var cli = AscendCli.Create(Answers.Error(500), Answers.Error(500), Answers.Ok(AscendAnswers.Allowed));
        (await cli.AscendAsync("status", "1547", "--max-retries", "2")).ExitCode.ShouldBe(0);
        cli.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void An_exception_of_somebody_else_is_not_classified() => AscendFailures.Classify(new InvalidOperationException()).ShouldBeNull();
}
