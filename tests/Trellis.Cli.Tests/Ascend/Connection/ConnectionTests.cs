using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend.Connection;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_server_that_takes_the_key_is_connected()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Healthy), Answers.Ok("""{"version":"1.2.3","environment":"local"}"""), Answers.Ok(AscendAnswers.Healthy));
        var result = await cli.AscendAsync("test-connection", "--output", "json");
        result.ExitCode.ShouldBe(0);
        result.Json()["status"]!.GetValue<string>().ShouldBe("connected");
        result.Json()["agent_id"]!.GetValue<string>().ShouldBe("refund-agent");
    }

    [Fact]
    public async Task As_JSON_a_failure_is_told_on_both_sides()
    {
        var result = await AscendCli.Create(StubAnswer.ConnectFailure()).AscendAsync("test-connection", "--output", "json");
        result.ExitCode.ShouldBe(4);
        result.Json()["status"]!.GetValue<string>().ShouldBe("error");
        result.Error.ShouldStartWith("transport error: ");
    }

    [Fact]
    public async Task As_a_table_a_failure_is_told_on_standard_error_alone()
    {
        var result = await AscendCli.Create(StubAnswer.ConnectFailure()).AscendAsync("test-connection");
        result.ExitCode.ShouldBe(4);
        result.Output.ShouldBeEmpty();
    }
}
