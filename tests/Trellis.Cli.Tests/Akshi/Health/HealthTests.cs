using Trellis.Testing;

namespace Trellis.Cli.Tests.Akshi.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_runtime_that_is_well_exits_with_0()
    {
        var result = await AkshiCli.Create(Answers.Ok(AkshiAnswers.Healthy)).AkshiAsync("health");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("""
            Health

            Field    Value
            ───────  ──────────
            status   ok
            version  0.5.0
            uptime   1 min 21 s

            """);
    }

    [Theory]
    [InlineData("""{"ok":false}""", 5)]
    [InlineData("""{"status":"ok"}""", 0)]
    [InlineData("""{"status":"starting"}""", 5)]
    public async Task Either_way_of_saying_it_is_understood(string answer, int exitCode) =>
        (await AkshiCli.Create(Answers.Ok(answer)).AkshiAsync("health")).ExitCode.ShouldBe(exitCode);

    [Fact]
    public async Task One_that_shuts_down_exits_with_5() =>
        (await AkshiCli.Create(StubAnswer.Json(503, """{"ok":false,"error":"shutting_down"}""")).AkshiAsync("health")).ExitCode.ShouldBe(5);

    [Fact]
    public async Task One_that_is_not_there_exits_with_4() =>
        (await AkshiCli.Create(StubAnswer.ConnectFailure()).AkshiAsync("health")).ExitCode.ShouldBe(4);
}
