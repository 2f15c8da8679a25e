using Trellis.Testing;

namespace Trellis.Cli.Tests.Aerostack.Ai;

public sealed class ChatTests
{
    private const string Streamed = """
        data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"Rhine, "}}]}

        data: {"choices":[{"index":0,"delta":{"content":"Elbe\u001b"}}]}

        data: [DONE]


        """;

    [Fact]
    public async Task The_answer_is_printed_as_it_comes()
    {
        var cli = AerostackCli.Create(StubAnswer.Text(Streamed, "text/event-stream"));
        var result = await cli.AerostackAsync("ai", "chat", "Two rivers", "--system", "Be brief", "--model", "m", "--temperature", "0.5", "--max-tokens", "9");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldBe("Rhine, Elbe\\u001b\n");
        var sent = cli.Transport.LastRequest.ReadJson();
        sent.GetProperty("stream").GetBoolean().ShouldBeTrue();
        sent.GetProperty("model").GetString().ShouldBe("m");
        sent.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        sent.GetProperty("max_tokens").GetInt32().ShouldBe(9);
        sent.GetProperty("messages").GetRawText().ShouldBe("""[{"role":"system","content":"Be brief"},{"role":"user","content":"Two rivers"}]""");
    }

    [Fact]
    public async Task As_JSON_the_answer_is_printed_once_it_is_whole()
    {
        var cli = AerostackCli.WithInput("Two rivers", Answers.Ok(
            """{"response":"Rhine","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Rhine"},"finish_reason":"stop"}],"usage":{"total_tokens":3}}"""));
        var result = await cli.AerostackAsync("ai", "chat", "-", "-o", "json");
        result.Json()["response"]!.GetValue<string>().ShouldBe("Rhine");
        result.Json()["finishReason"]!.GetValue<string>().ShouldBe("stop");
        result.Json()["usage"]!["total_tokens"]!.GetValue<int>().ShouldBe(3);
        cli.Transport.LastRequest.ReadJson().GetProperty("stream").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_stream_that_breaks_off_exits_with_4()
    {
        var cut = StubAnswer.Text(Streamed, "text/event-stream").CutAfter(20);
        (await AerostackCli.Create(cut).AerostackAsync("ai", "chat", "Two rivers")).ExitCode.ShouldBe(4);
    }

    [Fact]
    public async Task A_temperature_out_of_its_range_is_a_usage_error() =>
        (await AerostackCli.Create().AerostackAsync("ai", "chat", "x", "--temperature", "3")).ExitCode.ShouldBe(2);
}
