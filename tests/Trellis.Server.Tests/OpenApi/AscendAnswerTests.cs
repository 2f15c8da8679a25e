namespace Trellis.Server.Tests.OpenApi;

public sealed class AscendAnswerTests(PlatformServer platforms) : IClassFixture<PlatformServer>
{
    private const string Action = """{"agent_id":"documented","action_type":"report.read","resource":"reports"}""";

    [Fact]
    public async Task What_an_agent_is_told_is_as_the_document_has_it()
    {
        using var agent = await platforms.CallerWithAsync("ascend", "apiKey");
        await agent.CallAsync(200, "POST", "/api/registry/agents", """{"agent_id":"documented","agent_type":"supervised"}""");
        await agent.CallAsync(200, "GET", "/api/registry/agents");
        await agent.CallAsync(200, "GET", "/api/registry/agents/documented");
        await agent.CallAsync(200, "GET", "/api/registry/agents/documented/limits");
        var id = (await agent.CallAsync(200, "POST", "/api/v1/actions/submit", Action))!["id"]!;
        await agent.CallAsync(200, "POST", "/api/sdk/agent-action", Action);
        await agent.CallAsync(200, "GET", $"/api/v1/actions/{id}");
        await agent.CallAsync(200, "GET", $"/api/v1/actions/{id}/status");
        await agent.CallAsync(200, "GET", $"/api/v1/actions/{id}/risk");
        await agent.CallAsync(200, "GET", "/api/v1/actions?limit=5");
        await agent.CallAsync(200, "GET", "/api/agent-activity");
        await agent.CallAsync(200, "GET", "/api/sdk/kill-switch/status");
        await agent.CallAsync(200, "GET", "/api/sdk/health");
        await agent.CallAsync(200, "POST", "/api/agents/health/heartbeat", """{"agent_id":"documented"}""");
        await agent.CallAsync(200, "GET", "/api/agents/health/documented");
        await agent.CallAsync(200, "GET", "/api/agents/health/documented/anomalies");
        await agent.CallAsync(200, "POST", "/api/v1/output-filter/scan", """{"agent_id":"documented","content":"call 555-0100 or a@example.com"}""");
    }

    [Fact]
    public async Task What_an_administrator_is_told_is_as_the_document_has_it()
    {
        using var administrator = await platforms.CallerWithAsync("ascend", "adminToken");
        const string Policy = """{"policy_name":"documented","policy_action":"require_approval","conditions":{"action_type":"payment.refund"}}""";
        var policy = (await administrator.CallAsync(201, "POST", "/api/governance/policies", Policy))!["id"]!;
        await administrator.CallAsync(200, "GET", $"/api/governance/policies/{policy}");
        await administrator.CallAsync(200, "GET", "/api/governance/policies");
        await administrator.CallAsync(200, "POST", "/api/governance/policies/try", $$"""{"policy":{{Policy}},"limit":5}""");
        await administrator.CallAsync(200, "POST", $"/api/governance/policies/{policy}/deactivate");
        await administrator.CallAsync(200, "DELETE", $"/api/governance/policies/{policy}");
        foreach (var path in (string[])
            [
                "/api/v1/approvals", "/api/authorization/workflow-config", "/api/governance/settings", "/api/governance/policies/conflicts",
                "/api/keys/list", "/api/users", "/api/alerts", "/audit/logs", "/api/audit/health", "/api/audit/legal-holds", "/api/webhooks",
                "/api/webhooks/events", "/api/webhooks/metrics", "/api/webhooks/dlq/entries", "/api/v1/models", "/api/v1/models/stats",
                "/api/registry/mcp-servers", "/api/v1/supply-chain/components", "/api/v1/supply-chain/stats", "/api/v1/orchestration/stats",
                "/api/smart-rules", "/api/v1/resource-classifications", "/api/v1/output-filter/config", "/api/v1/output-filter/findings",
                "/api/governance/signing", "/api/audit/export/csv", "/api/audit/export/pdf", "/api/authorization/mcp-discovery/health-monitor",
            ])
        {
            await administrator.CallAsync(200, "GET", path);
        }

        await administrator.CallAsync(200, "POST", "/api/audit/verify-integrity");
        await administrator.CallAsync(200, "POST", "/api/audit/verify-integrity", """{"first_sequence":1,"last_sequence":1}""");
        await administrator.CallAsync(201, "POST", "/api/audit/legal-holds", """{"reason":"a dispute"}""");
    }

    [Fact]
    public async Task Refusals_are_as_the_document_has_them()
    {
        using var agent = await platforms.CallerWithAsync("ascend", "apiKey");
        await agent.CallAsync(422, "POST", "/api/v1/actions/submit", "{}");
        await agent.CallAsync(400, "POST", "/api/v1/actions/submit", "no JSON");
        await agent.CallAsync(404, "GET", "/api/v1/actions/987654");
        await agent.CallAsync(404, "GET", "/api/registry/agents/nobody");
        await agent.CallAsync(401, "POST", "/api/v1/actions/1/approve", "{}");

        using var stranger = await platforms.CallerAsync("ascend", null);
        await stranger.CallAsync(200, "GET", "/health");
        await stranger.CallAsync(200, "GET", "/api/deployment-info");
        await stranger.CallAsync(401, "GET", "/api/registry/agents");
    }
}
