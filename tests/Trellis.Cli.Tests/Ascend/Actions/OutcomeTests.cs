namespace Trellis.Cli.Tests.Ascend.Actions;

public sealed class OutcomeTests
{
    [Fact]
    public async Task A_completion_carries_its_result_and_duration()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Logged));
        var result = await cli.AscendAsync("complete", "1547", "--result", """{"rows": 12}""", "--duration-ms", "80");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("completed");
        cli.Transport.LastRequest.Path.ShouldBe("/api/agent-action/1547/complete");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"duration_ms\": 80, \"result\": {\"rows\": 12}");
    }

    [Fact]
    public async Task A_failure_carries_its_text()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Logged));
        (await cli.AscendAsync("fail", "1547", "--error", "read-only")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Path.ShouldBe("/api/agent-action/1547/fail");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"error\": \"read-only\"");
    }

    [Fact]
    public async Task A_failure_with_details_is_an_object_with_the_text_as_its_message()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Logged));
        await cli.AscendAsync("fail", "1547", "--error", "read-only", "--details", """{"code": 7}""");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"error\": {\"code\": 7, \"message\": \"read-only\"}");
    }

    [Theory]
    [InlineData(404, 6)]
    [InlineData(409, 6)]
    [InlineData(500, 5)]
    [InlineData(401, 2)]
    public async Task A_report_that_does_not_arrive_fails_the_command(int status, int exitCode)
    {
        var result = await AscendCli.Create(Answers.Error(status)).AscendAsync("complete", "1547");
        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("no luck");
    }

    [Fact]
    public async Task An_action_that_no_server_has_seen_cannot_be_reported()
    {
        var cli = AscendCli.Create();
        var result = await cli.AscendAsync("complete", "fail_open_asc_1");
        result.ExitCode.ShouldBe(6);
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
