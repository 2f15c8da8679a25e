using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Wire;

public sealed class SubmissionTests
{
    [Fact]
    public async Task The_parameters_go_as_action_details()
    {
        var body = await SubmitAsync(new() { ActionType = "a", Resource = "r", Parameters = new() { ["q"] = "é €", ["n"] = 1.0 } });
        body.GetProperty("action_details").GetProperty("q").GetString().ShouldBe("é €");
        body.TryGetProperty("parameters", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_empty_is_left_out()
    {
        var body = await SubmitAsync(new()
        {
            ActionType = "a", Resource = "r", ResourceId = "", Parameters = [], Context = new ActionContext(), RiskIndicators = new JsonObject(),
        });
        Names(body).ShouldBe(["action_type", "agent_id", "agent_name", "resource"]);
    }

    [Fact]
    public async Task Every_field_has_its_name_and_all_are_sorted()
    {
        var body = await SubmitAsync(new()
        {
            ActionType = "a", Resource = "r", ResourceId = "i", Parameters = new() { ["p"] = 1 }, Context = new JsonObject { ["c"] = 1 },
            RiskIndicators = new RiskIndicators(), OrchestrationSessionId = "s", ParentActionId = 5, OrchestrationDepth = 0,
            McpServerName = " m ", ModelId = " g ", RequireHumanApproval = true,
        });
        Names(body).ShouldBe(
        [
            "action_details", "action_type", "agent_id", "agent_name", "context", "mcp_server_name", "model_id", "orchestration_depth",
            "orchestration_session_id", "parent_action_id", "require_human_approval", "resource", "resource_id", "risk_indicators",
        ]);
        body.GetProperty("mcp_server_name").GetString().ShouldBe("m");
        body.GetProperty("model_id").GetString().ShouldBe("g");
    }

    [Fact]
    public async Task A_depth_of_zero_is_sent() =>
        (await SubmitAsync(new() { ActionType = "a", Resource = "r", OrchestrationDepth = 0 })).GetProperty("orchestration_depth").GetInt32().ShouldBe(0);

    [Fact]
    public async Task All_risk_indicators_are_sent_but_those_that_are_null()
    {
        var body = await SubmitAsync(new() { ActionType = "a", Resource = "r", RiskIndicators = new RiskIndicators { PiiInvolved = true } });
        JsonNode.DeepEquals(
            JsonNode.Parse(body.GetProperty("risk_indicators").GetRawText()),
            JsonNode.Parse("""{"pii_involved":true,"financial_data":false,"external_transfer":false,"data_sensitivity":"low","compliance_flags":[]}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_context_merges_typed_members_with_the_callers_own()
    {
        var custom = new JsonObject { ["tenant"] = 7, ["session_id"] = "own" };
        var body = await SubmitAsync(new()
        {
            ActionType = "a", Resource = "r", Context = new ActionContext { UserRequest = "u", SessionId = "s", Custom = custom },
        });
        JsonNode.DeepEquals(
            JsonNode.Parse(body.GetProperty("context").GetRawText()),
            JsonNode.Parse("""{"tenant":7,"session_id":"own","user_request":"u"}""")).ShouldBeTrue();
        custom.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Scores_are_never_sent_at_any_depth_but_the_level_in_the_context_is()
    {
        var body = await SubmitAsync(new()
        {
            ActionType = "a",
            Resource = "r",
            Parameters = new() { ["risk_score"] = 1, ["deep"] = new JsonArray(new JsonObject { ["riskScore"] = 2, ["kept"] = 3 }) },
            Context = new JsonObject { ["risk_score"] = 1, ["risk_level"] = "high" },
            RiskIndicators = new JsonObject { ["riskScore"] = 5 },
        });
        body.GetRawText().ShouldNotContain("risk_score");
        body.GetRawText().ShouldNotContain("riskScore");
        body.GetProperty("context").GetProperty("risk_level").GetString().ShouldBe("high");
        body.GetProperty("action_details").GetProperty("deep")[0].GetProperty("kept").GetInt32().ShouldBe(3);
        body.TryGetProperty("risk_indicators", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_callers_parameters_are_not_changed()
    {
        var parameters = new JsonObject { ["risk_score"] = 1, ["b"] = 2, ["a"] = 1 };
        await SubmitAsync(new() { ActionType = "a", Resource = "r", Parameters = parameters });
        parameters.ToJsonString().ShouldBe("""{"risk_score":1,"b":2,"a":1}""");
    }

    [Theory]
    [InlineData(null, null, "unknown", "Unknown Agent")]
    [InlineData("a-1", null, "a-1", "a-1")]
    [InlineData("a-1", "Ann", "a-1", "Ann")]
    public async Task An_agent_that_is_not_configured_is_unknown(string? id, string? name, string expectedId, string expectedName)
    {
        using var ascend = new AscendFixture(options => (options.AgentId, options.AgentName) = (id, name), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        var body = ascend.Transport.LastRequest.ReadJson();
        body.GetProperty("agent_id").GetString().ShouldBe(expectedId);
        body.GetProperty("agent_name").GetString().ShouldBe(expectedName);
    }

    [Fact]
    public async Task An_action_can_name_another_agent() =>
        (await SubmitAsync(new() { ActionType = "a", Resource = "r", AgentId = "other" })).GetProperty("agent_id").GetString().ShouldBe("other");

    [Fact]
    public void The_synchronous_form_sends_the_same()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        ascend.Client.EvaluateAction(AscendFixture.Action).Decision.ShouldBe(Decision.Allowed);
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"action_type": "database.query", "agent_id": "agent-1", "agent_name": "Agent One", "resource": "production_db"}""");
    }

    [Fact]
    public async Task The_short_form_sends_its_three_parts()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok(Golden.Pending));
        await ascend.Client.EvaluateActionAsync("a", "r", new() { ["p"] = 1 });
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"action_details": {"p": 1}, "action_type": "a", "agent_id": "agent-1", "agent_name": "Agent One", "resource": "r"}""");
        ascend.Client.EvaluateAction("a", "r", waitForDecision: false).Decision.ShouldBe(Decision.Pending);
    }

    private static IEnumerable<string> Names(JsonElement body) => body.EnumerateObject().Select(member => member.Name);

    private static async Task<JsonElement> SubmitAsync(AgentAction action)
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(action);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/submit");
        return ascend.Transport.LastRequest.ReadJson();
    }
}
