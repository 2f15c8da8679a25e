using Trellis.Cli.Akshi;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Akshi;

public sealed class AkshiFailuresTests
{
    [Theory]
    [InlineData(401, 2, "authentication failed")]
    [InlineData(403, 2, "not allowed")]
    [InlineData(400, 3, "validation error")]
    [InlineData(413, 3, "validation error")]
    [InlineData(415, 3, "validation error")]
    [InlineData(500, 5, "server error")]
    [InlineData(503, 5, "server error")]
    [InlineData(404, 6, "API error")]
    [InlineData(409, 6, "API error")]
    [InlineData(429, 6, "API error")]
    [InlineData(302, 6, "API error")]
    public async Task A_status_has_its_exit_code_and_its_label(int status, int exitCode, string label)
    {
        var result = await AkshiCli.Create(StubAnswer.Json(status, """{"error":"a_code","detail":"no luck"}""")).AkshiAsync("reload");
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldStartWith($"{label}: ");
        result.Error.ShouldContain($"HTTP {status}");
        if (status >= 400) result.Error.ShouldContain("no luck");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agent_that_may_not_do_it_is_told_from_a_caller_who_may_not_ask()
    {
        var result = await AkshiCli
            .Create(StubAnswer.Json(403, """{"error":"capability_denied","detail":"the agent takes no tasks"}"""))
            .AkshiAsync("tasks", "create", "--to", "a", "--input", "1");
        result.ExitCode.ShouldBe(10);
        result.Error.ShouldStartWith("denied: ");
    }

    [Fact]
    public async Task A_refused_connection_exits_with_4()
    {
        var result = await AkshiCli.Create(StubAnswer.ConnectFailure()).AkshiAsync("status");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldStartWith("transport error: ");
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_exits_with_4() =>
        (await AkshiCli.Create(StubAnswer.Text("<html>")).AkshiAsync("status")).ExitCode.ShouldBe(4);

    [Fact]
    public async Task An_answer_of_another_shape_exits_with_99() =>
        (await AkshiCli.Create(Answers.Ok("""{"tasks":7}""")).AkshiAsync("tasks", "list")).ExitCode.ShouldBe(99);

    [Fact]
    public void An_exception_of_somebody_else_is_not_classified() => AkshiFailures.Classify(new InvalidOperationException()).ShouldBeNull();
}
