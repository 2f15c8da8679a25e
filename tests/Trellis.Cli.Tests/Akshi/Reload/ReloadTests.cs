using Trellis.Testing;

namespace Trellis.Cli.Tests.Akshi.Reload;

public sealed class ReloadTests
{
    [Fact]
    public async Task It_tells_what_changed_and_what_needs_a_restart()
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Reloaded));
        var result = await cli.AkshiAsync("reload");
        result.ExitCode.ShouldBe(0);
        result.Lines().ShouldContain("added            new-agent");
        result.Lines().ShouldContain("needs a restart  dashboard.port");
        cli.Transport.LastRequest.BodyText.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_agent_is_reloaded_alone()
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Reloaded));
        await cli.AkshiAsync("reload", "--agent", "log-monitor");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"agent":"log-monitor"}""");
    }

    [Fact]
    public async Task A_file_that_is_not_valid_exits_with_3_and_is_told_about()
    {
        var result = await AkshiCli
            .Create(StubAnswer.Json(400, """{"error":"config_invalid","detail":"runtime.toml:3:1: 'agents[0].name' is required."}"""))
            .AkshiAsync("reload");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("runtime.toml:3:1");
    }

    [Fact]
    public async Task An_answer_with_errors_exits_with_3() =>
        (await AkshiCli.Create(Answers.Ok("""{"ok":true,"errors":["a: no such file"]}""")).AkshiAsync("reload", "-o", "json")).ExitCode.ShouldBe(3);
}
