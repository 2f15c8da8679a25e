using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Ascend.Aliases;

/// <summary>An unmodified client of any generation finds its paths, and is told the same on each. Contract section 2.1.</summary>
public sealed class AliasTests : IClassFixture<GovernedServer>
{
    // As Python writes it: ASCII alone, separators with a space, members in the order they were put in.
    private const string Query =
        """{"agent_id": "agent-1", "agent_name": "Agent One", "action_type": "database.query", "resource": "prod", "action_details": {"q": "\u00e9 \u20ac", "n": 1.0, "big": 1e+20}, "context": {"b": 1, "a": null}}""";

    private const string Staging =
        """{"agent_id": "agent-1", "agent_name": "Agent One", "action_type": "report.read", "resource": "reports", "context": {"environment": "staging"}}""";

    private readonly PythonSocket _python;

    public AliasTests(GovernedServer server) => _python = new(server.Url, server.ApiKey);

    [Theory]
    [InlineData("/api/authorization/agent-action")]
    [InlineData("/api/sdk/agent-action")]
    [InlineData("/api/v1/actions/evaluate")]
    public async Task An_old_path_gives_the_same_decision_as_the_present_one(string alias)
    {
        foreach (var body in new[] { Query, Staging })
        {
            var present = await SubmitAsync("/api/v1/actions/submit", body);
            var old = await SubmitAsync(alias, body);
            Lasting(old).ToJsonString().ShouldBe(Lasting(present).ToJsonString());
        }
    }

    [Theory]
    [InlineData("/api/v1/actions/{0}/status", "/api/agent-action/status/{0}")]
    [InlineData("/api/v1/actions/{0}", "/api/agent-action/{0}")]
    public async Task An_old_path_reads_what_the_present_one_reads(string present, string old)
    {
        var id = (await SubmitAsync("/api/v1/actions/submit", Staging))["action_id"]!.ToString();
        var answer = await _python.SendAsync("GET", string.Format(null, present, id));
        var older = await _python.SendAsync("GET", string.Format(null, old, id));
        answer.Status.ShouldBe(200);
        older.Status.ShouldBe(200);
        Lasting(older.Body.AsObject()).ToJsonString().ShouldBe(Lasting(answer.Body.AsObject()).ToJsonString());
    }

    [Theory]
    [InlineData("/api/agent-action/{0}/complete", """{"action_id": "{0}", "status": "completed", "completed_at": "2026-01-15T10:30:00.123456+00:00"}""")]
    [InlineData("/api/agent-action/{0}/fail", """{"action_id": "{0}", "status": "failed", "failed_at": "2026-01-15T10:30:00.123456+00:00", "error": "no"}""")]
    [InlineData("/api/sdk/action/{0}/completed", """{"result": {"success": true, "data": 1}}""")]
    [InlineData("/api/sdk/action/{0}/failed", """{"error": "no"}""")]
    public async Task Outcomes_are_reported_on_every_path(string path, string body)
    {
        var id = (await SubmitAsync("/api/v1/actions/submit", Staging))["action_id"]!.ToString();
        var (status, answer) = await _python.SendAsync(
            "POST", path.Replace("{0}", id, StringComparison.Ordinal), body.Replace("{0}", id, StringComparison.Ordinal));
        status.ShouldBe(200, answer.ToJsonString());
        answer["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/registry/agents", """{"agent_id": "reg-1", "display_name": "One", "agent_type": "automation", "environment": "production", "capabilities": [], "allowed_resources": [], "sdk_version": "2.5.1", "metadata": {}}""", "reg-1")]
    [InlineData("/api/sdk/agent/register", """{"agent_id": "reg-2", "agent_name": "Two", "agent_type": "supervised"}""", "reg-2")]
    public async Task Agents_are_registered_on_every_path(string path, string body, string agentId)
    {
        var (status, answer) = await _python.SendAsync("POST", path, body);
        status.ShouldBeOneOf(200, 201);
        answer["agent_id"]!.GetValue<string>().ShouldBe(agentId);
        answer["trust_level"]!.GetValue<string>().ShouldBe("standard");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/api/deployment-info")]
    [InlineData("/api/sdk/health")]
    [InlineData("/api/sdk/kill-switch/status")]
    [InlineData("/api/agent-activity?limit=50&offset=0")]
    [InlineData("/api/v1/actions?limit=100&offset=0")]
    [InlineData("/api/registry/agents")]
    [InlineData("/api/webhooks")]
    [InlineData("/api/alerts?limit=10&acknowledged=False")]
    [InlineData("/audit/logs?limit=50&offset=0")]
    [InlineData("/api/audit/logs?limit=50&offset=0")]
    [InlineData("/api/v1/resource-classifications?resource_type=database")]
    [InlineData("/api/v1/supply-chain/components?active_only=True&limit=100&offset=0")]
    public async Task Whatever_a_client_reads_is_JSON(string path)
    {
        var (status, answer) = await _python.SendAsync("GET", path);
        status.ShouldBe(200, answer.ToJsonString());
    }

    [Fact]
    public async Task Only_the_words_that_old_clients_know_are_used()
    {
        foreach (var body in new[] { Query, Staging })
        {
            var answer = await SubmitAsync("/api/v1/actions/submit", body);
            answer["status"]!.GetValue<string>().ShouldBeOneOf("approved", "denied", "pending_approval");
            answer["risk_level"]!.GetValue<string>().ShouldBeOneOf("low", "medium", "high", "critical");
            answer["policy_violations"].ShouldBeOfType<JsonArray>();
            answer["conditions"].ShouldBeOfType<JsonArray>();
            answer["required_approvers"].ShouldBeOfType<JsonArray>();
        }
    }

    private async Task<JsonObject> SubmitAsync(string path, string body)
    {
        var (status, answer) = await _python.SendAsync("POST", path, body);
        status.ShouldBe(200, answer.ToJsonString());
        return answer.AsObject();
    }

    /// <summary>What does not differ between two submissions of the same action.</summary>
    private static JsonObject Lasting(JsonObject answer)
    {
        string[] passing =
            ["id", "action_id", "approval_request_id", "correlation_id", "timestamp", "expires_at", "processing_time_ms", "alert_id", "message"];
        foreach (var name in passing)
            answer.Remove(name);
        return answer;
    }
}
