using Trellis.Aerostack;
using Trellis.Cli.Aerostack;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Aerostack;

public sealed class AerostackFailuresTests
{
    [Theory]
    [InlineData(401, 2, "authentication failed")]
    [InlineData(403, 2, "authentication failed")]
    [InlineData(400, 3, "validation error")]
    [InlineData(422, 3, "validation error")]
    [InlineData(500, 5, "server error")]
    [InlineData(504, 5, "server error")]
    [InlineData(404, 6, "API error")]
    [InlineData(409, 6, "API error")]
    [InlineData(413, 6, "API error")]
    [InlineData(429, 6, "API error")]
    public async Task A_status_has_its_exit_code_its_label_and_what_the_server_says(int status, int exitCode, string label)
    {
        var answer = StubAnswer.Json(status, """{"code":"A_NEW_CODE","message":"no luck","details":{"reason":"not_allowed"}}""");
        var result = await AerostackCli.Create(answer).AerostackAsync("db", "query", "select 1");
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldBe($"{label}: no luck (HTTP {status}, A_NEW_CODE)\n  reason: not_allowed\n");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_that_is_not_JSON_is_shown_as_it_came()
    {
        var result = await AerostackCli.Create(StubAnswer.Text("down for lunch", status: System.Net.HttpStatusCode.BadGateway)).AerostackAsync("cache", "get", "k");
        result.ExitCode.ShouldBe(5);
        result.Error.ShouldContain("down for lunch");
    }

    [Fact]
    public async Task A_refused_connection_exits_with_4()
    {
        var result = await AerostackCli.Create(StubAnswer.ConnectFailure()).AerostackAsync("cache", "get", "k");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldStartWith("transport error: ");
    }

    [Theory]
    [InlineData("<html>", "text/html")]
    [InlineData("<html>", "application/json")]
    public async Task An_answer_that_is_not_JSON_exits_with_4(string body, string type) =>
        (await AerostackCli.Create(StubAnswer.Text(body, type)).AerostackAsync("cache", "get", "k")).ExitCode.ShouldBe(4);

    [Fact]
    public async Task An_answer_of_another_shape_exits_with_99() =>
        (await AerostackCli.Create(Answers.Ok("""{"results":7}""")).AerostackAsync("db", "query", "select 1")).ExitCode.ShouldBe(99);

    [Fact]
    public void What_the_client_refuses_itself_exits_with_3() =>
        AerostackFailures.Classify(new AerostackValidationException("file", "must have a name"))!.ExitCode.ShouldBe(3);

    [Fact]
    public async Task An_error_text_cannot_steer_the_terminal()
    {
        var result = await AerostackCli.Create(StubAnswer.Json(404, """{"code":"X","message":"\u001b[2Jgone"}""")).AerostackAsync("cache", "get", "k");
        result.Error.ShouldContain("\\u001b[2Jgone");
        result.Error.ShouldNotContain("\e");
    }

    [Fact]
    public void An_exception_of_somebody_else_is_not_classified() => AerostackFailures.Classify(new InvalidOperationException()).ShouldBeNull();
}
