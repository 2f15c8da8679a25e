namespace Trellis.Cli.Tests.Ascend.Actions;

public sealed class EvaluateTests
{
    private static readonly string[] Evaluate = ["evaluate", "--action-type", "payment.refund", "--resource", "orders"];

    [Theory]
    [InlineData(AscendAnswers.Allowed, 0)]
    [InlineData(AscendAnswers.Denied, 10)]
    [InlineData(AscendAnswers.Pending, 11)]
    [InlineData("""{"action_id":1,"decision":"approved","execution_allowed":false}""", 10)]
    [InlineData("""{"action_id":1,"decision":"something new"}""", 11)]
    public async Task The_exit_code_tells_the_decision(string answer, int exitCode)
    {
        var cli = AscendCli.Create(Answers.Ok(answer));
        var result = await cli.AscendAsync(Evaluate);
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldBeEmpty();
        cli.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_decision_is_a_table_by_default()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.Pending)).AscendAsync(Evaluate);
        result.Output.ShouldBe("""
            Action 1549

            Field      Value
            ─────────  ─────────────────────────
            decision   pending
            reason     A person decides
            risk       72 (high)
            approval   apr_9f2c1a7b3d4e5f60
            approvers  manager
            expires    2026-01-15T14:30:45+00:00

            """);
    }

    [Fact]
    public async Task As_JSON_the_decision_has_every_field_under_its_name_on_the_wire()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.Denied)).AscendAsync([.. Evaluate, "-o", "json"]);
        var json = result.Json();
        json["action_id"]!.GetValue<string>().ShouldBe("1548");
        json["decision"]!.GetValue<string>().ShouldBe("denied");
        json["execution_allowed"]!.GetValue<bool>().ShouldBeFalse();
        json["risk_score"]!.GetValue<int>().ShouldBe(88);
        json["risk_level"]!.GetValue<string>().ShouldBe("critical");
        json["policy_violations"]![0]!.GetValue<string>().ShouldBe("refund limit");
        json.AsObject().ContainsKey("approval_request_id").ShouldBeTrue();
        result.ExitCode.ShouldBe(10);
    }

    [Fact]
    public async Task Every_option_reaches_the_request()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Allowed));
        await cli.AscendAsync([
            .. Evaluate, "--resource-id", "ord-1", "--parameters", """{"amount": 12.5}""", "--context", """{"session_id": "s"}""",
            "--risk-indicators", """{"financial_data": true}""", "--mcp-server", "files", "--model", "m-1", "--require-approval",
            "--idempotency-key", "row-1"]);
        var request = cli.Transport.LastRequest;
        request.Path.ShouldBe("/api/v1/actions/submit");
        request.Headers["Idempotency-Key"].ShouldBe("row-1");
        request.BodyText.ShouldBe(
            """
            {"action_details": {"amount": 12.5}, "action_type": "payment.refund", "agent_id": "refund-agent", "agent_name": "refund-agent", "context": {"session_id": "s"}, "mcp_server_name": "files", "model_id": "m-1", "require_human_approval": true, "resource": "orders", "resource_id": "ord-1", "risk_indicators": {"financial_data": true}}
            """);
    }

    [Fact]
    public async Task With_wait_the_program_waits_for_a_person()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Pending), Answers.Ok(AscendAnswers.Pending), Answers.Ok(AscendAnswers.Allowed));
        var result = await cli.AscendAsync([.. Evaluate, "--wait"]);
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBe("Waiting for a decision about action 1549 ...\n");
        cli.Transport.Requests.Count.ShouldBe(3);
        cli.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("--resource", "r")]
    [InlineData("--action-type", "a.b")]
    public async Task What_is_acted_upon_and_how_have_to_be_given(string option, string value)
    {
        var cli = AscendCli.Create();
        var result = await cli.AscendAsync("evaluate", option, value);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(" is missing. Give it, or set TRELLIS_ASCEND_");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_client_refuses_itself_exits_with_3()
    {
        var cli = AscendCli.Create();
        var result = await cli.AscendAsync("evaluate", "--action-type", " ", "--resource", "r");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("\n  action_type: ");
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
