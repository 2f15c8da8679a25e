namespace Trellis.Cli.Tests.Ascend.Agents;

public sealed class RegisterTests
{
    [Fact]
    public async Task A_bare_call_registers_a_supervised_agent()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Registered));
        var result = await cli.AscendAsync("register");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldStartWith("Agent refund-agent\n");
        result.Output.ShouldContain("standard");
        var body = cli.Transport.LastRequest.BodyText;
        cli.Transport.LastRequest.Path.ShouldBe("/api/registry/agents");
        body.ShouldContain("\"agent_type\": \"supervised\"");
        body.ShouldNotContain("auto_approve_below");
    }

    [Fact]
    public async Task Every_option_reaches_the_request()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Registered));
        await cli.AscendAsync(
            "register", "--agent-type", "advisory", "--description", "d", "-c", "payment.refund", "-c", "order.read", "-a", "orders/*", "-b", "vip/*",
            "--auto-approve-below", "0", "--max-risk", "70", "--metadata", """{"team": "refunds"}""");
        var body = cli.Transport.LastRequest.BodyText;
        body.ShouldContain("\"agent_type\": \"advisory\"");
        body.ShouldContain("\"capabilities\": [\"payment.refund\", \"order.read\"]");
        body.ShouldContain("\"allowed_resources\": [\"orders/*\"]");
        body.ShouldContain("\"blocked_resources\": [\"vip/*\"]");
        body.ShouldContain("\"auto_approve_below\": 0");
        body.ShouldContain("\"max_risk_threshold\": 70");
        body.ShouldContain("\"metadata\": {\"team\": \"refunds\"}");
    }

    [Fact]
    public async Task Without_an_agent_nothing_is_sent()
    {
        var cli = AscendCli.Create();
        cli.Variables.Remove("ASCEND_AGENT_ID");
        (await cli.AscendAsync("register")).ExitCode.ShouldBe(3);
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
