namespace Trellis.Cli.Tests.Ascend.KillSwitch;

public sealed class KillSwitchTests
{
    [Theory]
    [InlineData(AscendAnswers.KillSwitchOn, true)]
    [InlineData("""{"is_active":false}""", false)]
    public async Task The_status_says_whether_it_is_on(string answer, bool active)
    {
        var result = await AscendCli.Create(Answers.Ok(answer)).AscendAsync("kill-switch", "status", "-o", "json");
        result.ExitCode.ShouldBe(0);
        result.Json()["active"]!.GetValue<bool>().ShouldBe(active);
    }

    [Theory]
    [InlineData("trigger")]
    [InlineData("release")]
    public async Task The_organisation_is_the_tokens_own(string command)
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Healthy), Answers.Ok(AscendAnswers.KillSwitchOn));
        var result = await cli.AscendAsync("kill-switch", command, "--reason", "incident 4711");
        result.ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Path.ShouldBe($"/api/billing/kill-switch/4/{command}");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"reason": "incident 4711"}""");
    }

    [Fact]
    public async Task The_organisation_can_be_given()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.KillSwitchOn));
        await cli.AscendAsync("kill-switch", "trigger", "--reason", "incident 4711", "--organization", "9");
        cli.Transport.Requests.ShouldHaveSingleItem().Path.ShouldBe("/api/billing/kill-switch/9/trigger");
    }

    [Fact]
    public async Task A_server_that_does_not_tell_the_organisation_makes_it_a_usage_error()
    {
        var result = await AscendCli.Create(Answers.Ok("{}")).AscendAsync("kill-switch", "trigger", "--reason", "incident 4711");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("Give --organization.");
    }

    [Fact]
    public async Task A_short_reason_exits_with_3()
    {
        var cli = AscendCli.Create();
        (await cli.AscendAsync("kill-switch", "trigger", "--reason", "short", "--organization", "4")).ExitCode.ShouldBe(3);
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
