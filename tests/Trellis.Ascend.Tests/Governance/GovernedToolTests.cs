using System.Text.Json.Nodes;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Governance;

public sealed class GovernedToolTests
{
    private static readonly JsonObject Arguments = new()
    {
        ["amount"] = 50,
        ["api_key"] = "hush",
        ["note"] = new string('n', 101),
        ["deep"] = new JsonObject { ["User_Password"] = "hush", ["list"] = new JsonArray(new JsonObject { ["auth_header"] = "hush" }) },
        ["text"] = "use owkai_live_hush now",
    };

    [Fact]
    public async Task An_allowed_tool_runs_and_its_end_is_reported()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok("{}"));
        (await Tool(ascend).RunAsync(Arguments, _ => Task.FromResult("done"))).ShouldBe("done");
        ascend.Transport.Requests.Select(request => request.Path).ShouldBe(["/api/v1/actions/submit", "/api/agent-action/1547/complete"]);
        ascend.Transport.LastRequest.ReadJson().GetProperty("result").GetRawText().ShouldBe("""{"has_result": true, "success": true}""");
    }

    [Fact]
    public async Task Secrets_are_taken_out_of_the_parameters_and_of_the_context()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok("{}"));
        await Tool(ascend).RunAsync(Arguments, _ => Task.FromResult(1));
        var body = ascend.Transport.Requests[0].ReadJson();
        body.GetRawText().ShouldNotContain("hush");
        var inDetails = body.GetProperty("action_details");
        var inContext = body.GetProperty("context").GetProperty("arguments").GetProperty("keyword_args");
        inDetails.GetRawText().ShouldBe(inContext.GetRawText());
        inDetails.GetProperty("api_key").GetString().ShouldBe("[REDACTED]");
        inDetails.GetProperty("note").GetString().ShouldBe(new string('n', 50) + "...[truncated]");
        inDetails.GetProperty("amount").GetInt32().ShouldBe(50);
        Arguments["api_key"]!.GetValue<string>().ShouldBe("hush");
    }

    [Fact]
    public async Task The_context_says_what_the_tool_is()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok("{}"));
        var tool = new GovernedTool(ascend.Client, "refund", "financial.refund", "payments")
        {
            RiskLevel = RiskLevel.High, RequireHumanApproval = true, Metadata = new() { ["team"] = "a" },
        };
        await tool.RunAsync([], _ => Task.FromResult(1));
        var body = ascend.Transport.Requests[0].ReadJson();
        JsonNode.DeepEquals(JsonNode.Parse(body.GetProperty("context").GetRawText()), JsonNode.Parse(
            """
            {"source":"mcp_server","governance_version":"2.0.0","tool_name":"refund","arguments":{"positional_count":0,"keyword_args":{}},
             "metadata":{"team":"a"},"risk_level":"high","require_human_approval":true}
            """)).ShouldBeTrue();
        body.GetProperty("require_human_approval").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_denied_tool_does_not_run()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Denied));
        var ran = false;
        var error = await Should.ThrowAsync<AscendAuthorizationException>(() => Tool(ascend).RunAsync([], _ => Task.FromResult(ran = true)));
        ran.ShouldBeFalse();
        error.ErrorCode.ShouldBe("MCP_ACTION_DENIED");
        error.PolicyViolations.ShouldBe(["p1"]);
        error.RiskScore.ShouldBe(91);
    }

    [Fact]
    public void What_is_allowed_but_not_to_be_carried_out_does_not_run()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"action_id":7,"status":"approved","execution_allowed":false}"""));
        Should.Throw<AscendAuthorizationException>(() => Tool(ascend).Run([], () => 1));
    }

    [Fact]
    public async Task A_pending_tool_waits_five_minutes_and_does_not_run()
    {
        using var ascend = new AscendFixture(options => options.FailMode = FailMode.Open, new StubTransport(_ => Golden.Ok(Golden.Pending)));
        var error = await Should.ThrowAsync<AscendTimeoutException>(() => Tool(ascend).RunAsync([], _ => Task.FromResult(1)));
        error.Limit.ShouldBe(TimeSpan.FromMinutes(5));
        ascend.Clock.Delays.ShouldAllBe(delay => delay == TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_tool_that_fails_is_reported_without_secrets_and_its_error_passes_through()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok("{}"));
        await Should.ThrowAsync<InvalidOperationException>(
            () => Tool(ascend).RunAsync<int>([], _ => throw new InvalidOperationException("refused owkai_live_hush")));
        ascend.Transport.LastRequest.Path.ShouldBe("/api/agent-action/1547/fail");
        ascend.Transport.LastRequest.ReadJson().GetProperty("error").GetString().ShouldBe("refused owkai_****");
    }

    [Fact]
    public void The_synchronous_form_does_the_same()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok("{}"), Golden.Ok(Golden.Allowed), Golden.Ok("{}"));
        Tool(ascend).Run([], () => 5).ShouldBe(5);
        Should.Throw<InvalidOperationException>(() => Tool(ascend).Run<int>([], () => throw new InvalidOperationException("x")));
        ascend.Transport.LastRequest.Path.ShouldBe("/api/agent-action/1547/fail");
    }

    [Fact]
    public async Task A_report_that_does_not_arrive_does_not_lose_the_result()
    {
        using var ascend = new AscendFixture(null, new StubTransport(request => request.Number == 1 ? Golden.Ok(Golden.Allowed) : Golden.Error(500)));
        (await Tool(ascend).RunAsync([], _ => Task.FromResult(5))).ShouldBe(5);
    }

    private static GovernedTool Tool(AscendFixture ascend) => new(ascend.Client, "refund", "financial.refund", "payments");
}
