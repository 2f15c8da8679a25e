namespace Trellis.Cli.Tests.Ascend.Actions;

public sealed class StatusTests
{
    [Theory]
    [InlineData(AscendAnswers.Allowed, 0)]
    [InlineData(AscendAnswers.Denied, 10)]
    [InlineData(AscendAnswers.Pending, 11)]
    public async Task The_exit_code_tells_how_it_stands(string answer, int exitCode)
    {
        var cli = AscendCli.Create(Answers.Ok(answer));
        (await cli.AscendAsync("status", "a/7")).ExitCode.ShouldBe(exitCode);
        cli.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/a%2F7/status");
    }

    [Fact]
    public async Task Without_an_action_it_is_a_usage_error()
    {
        var result = await AscendCli.Create().AscendAsync("status");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("usage error: ");
        result.Error.ShouldContain("Try 'trellis ascend status --help'.");
    }

    [Fact]
    public async Task Two_actions_are_one_too_many()
    {
        var result = await AscendCli.Create().AscendAsync("status", "1", "2");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("trellis ascend status takes no further argument '2'.");
    }

    [Fact]
    public async Task A_reason_cannot_steer_the_terminal()
    {
        var result = await AscendCli.Create(Answers.Ok("""{"action_id":1,"decision":"denied","reason":"\u001b[2Jgone"}""")).AscendAsync("status", "1");
        result.Output.ShouldContain("\\u001b[2Jgone");
        result.Output.ShouldNotContain("\e");
    }
}
