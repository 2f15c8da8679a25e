using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Mcp;

public sealed class McpTests
{
    private static readonly McpAction Action = new() { McpServer = "files", Namespace = "filesystem", Verb = "write", Resource = "/tmp/x" };

    [Fact]
    public async Task The_body_holds_every_member_nulls_too()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"status":"approved","success":true}"""));
        await ascend.Client.Mcp.EvaluateAsync(Action);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/mcp/actions/submit");
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"action_type": "filesystem.write", "context": {}, "description": null, "environment": "production", "mcp_server": "files", "namespace": "filesystem", "parameters": {}, "resource": "/tmp/x", "tool_name": null, "verb": "write"}""");
    }

    [Theory]
    [InlineData("""{"status":"denied"}""", Decision.Denied, 100)]
    [InlineData("""{"success":false,"status":"approved"}""", Decision.Denied, 100)]
    [InlineData("""{"success":true,"requires_approval":true,"status":"approved"}""", Decision.Pending, null)]
    [InlineData("""{"success":true}""", Decision.Allowed, 0)]
    [InlineData("""{"status":"approved","risk_score":12}""", Decision.Allowed, 12)]
    [InlineData("""{"success":true,"status":"pending_approval"}""", Decision.Pending, null)]
    [InlineData("""{"success":true,"status":"surprise"}""", Decision.Pending, null)]
    [InlineData("{}", Decision.Pending, null)]
    public async Task Flags_and_words_make_a_decision_and_what_says_nothing_allows_nothing(string json, Decision expected, int? risk)
    {
        using var ascend = new AscendFixture(Golden.Ok(json));
        var decision = await ascend.Client.Mcp.EvaluateAsync(Action);
        decision.Decision.ShouldBe(expected);
        decision.RiskScore.ShouldBe(risk);
        decision.ExecutionAllowed.ShouldBe(expected == Decision.Allowed);
    }

    [Fact]
    public async Task A_pending_call_keeps_its_approval_request_and_can_be_waited_for()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"action_id":7,"requires_approval":true,"approval_request_id":"apr_1"}"""), Golden.Decision("approved"));
        var decision = await ascend.Client.Mcp.EvaluateAsync(Action, waitForDecision: true);
        decision.Decision.ShouldBe(Decision.Allowed);
        decision.ApprovalRequestId.ShouldBe("apr_1");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/7/status");
    }

    [Fact]
    public void Without_the_endpoint_it_is_an_ordinary_action()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        ascend.Client.Mcp.Evaluate(new()
        {
            McpServer = "files", Namespace = "filesystem", Verb = "write", Resource = "/tmp/x", UseMcpEndpoint = false, Parameters = new() { ["p"] = 1 },
        });
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/submit");
        var body = ascend.Transport.LastRequest.ReadJson();
        body.GetProperty("mcp_server_name").GetString().ShouldBe("files");
        body.GetProperty("action_type").GetString().ShouldBe("filesystem.write");
        JsonNode.DeepEquals(
            JsonNode.Parse(body.GetProperty("context").GetRawText()), JsonNode.Parse("""{"mcp_server":"files","namespace":"filesystem","verb":"write"}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_blank_part_is_refused()
    {
        using var ascend = new AscendFixture();
        var error = await Should.ThrowAsync<AscendValidationException>(
            () => ascend.Client.Mcp.EvaluateAsync(new() { McpServer = "", Namespace = "n", Verb = " ", Resource = "r" }));
        error.FieldErrors.Keys.ShouldBe(["mcp_server", "verb"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_server_is_registered_and_read_from_its_wrapping()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"success":true,"message":"m","server":{"id":5,"server_name":"files","blocked_tools":["rm"]}}"""));
        var server = await ascend.Client.Mcp.RegisterServerAsync(new() { ServerName = "files", ToolRiskOverrides = new Dictionary<string, int> { ["write"] = 60 } });
        server.Id.ShouldBe("5");
        server.BlockedTools.ShouldBe(["rm"]);
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"governance_enabled": true, "server_name": "files", "tool_risk_overrides": {"write": 60}, "transport_type": "stdio"}""");
    }

    [Fact]
    public async Task Servers_are_listed_led_and_removed()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("""{"servers":[{"server_name":"files"}],"total":1}"""), Golden.Ok("""{"server_name":"files"}"""), Golden.Ok("{}"), Golden.Ok("{}"), Golden.Ok("{}"), Golden.Ok("{}"));
        (await ascend.Client.Mcp.ListServersAsync()).Servers[0].ServerName.ShouldBe("files");
        (await ascend.Client.Mcp.GetServerAsync("files")).ServerName.ShouldBe("files");
        await ascend.Client.Mcp.ActivateServerAsync("files");
        await ascend.Client.Mcp.DeactivateServerAsync("files");
        ascend.Transport.LastRequest.Body.Length.ShouldBe(0);
        await ascend.Client.Mcp.DeactivateServerAsync("files", "why");
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"reason": "why"}""");
        await ascend.Client.Mcp.DeleteServerAsync("files");
        ascend.Transport.LastRequest.ToString().ShouldBe("DELETE https://ascend.test/api/registry/mcp-servers/files");
    }
}
