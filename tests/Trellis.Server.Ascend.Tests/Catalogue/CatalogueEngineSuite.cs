using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Catalogue;

/// <summary>Every table of the catalogue written and read once, on every engine of the store.</summary>
public abstract class CatalogueEngineSuite : ServerTest
{
    [Fact]
    public async Task Everything_is_kept_and_found_again()
    {
        await First.PostAsync("/api/registry/agents", new() { ["agent_id"] = "agent-1" });
        (await First.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "m", ["model_name"] = "M" })).Status.ShouldBe(201);
        (await First.AdminAsync("POST", "/api/v1/models/m/approve", [])).ShouldBeOk();
        (await First.PutAsync("/api/registry/agents/agent-1", new() { ["model_id"] = 1 })).ShouldBeOk();
        var component = new JsonObject
        {
            ["component_id"] = "m",
            ["component_name"] = "M",
            ["component_type"] = "model",
            ["vulnerabilities"] = new JsonArray(new JsonObject { ["id"] = "CVE-1" }),
        };
        (await First.PostAsync("/api/v1/supply-chain/components", component)).Status.ShouldBe(201);
        (await First.AdminAsync("POST", "/api/v1/resource-classifications", new() { ["resource_type"] = "db", ["sensitivity_level"] = "pii" })).Status.ShouldBe(201);
        (await First.PostAsync("/api/v1/output-filter/scan", new() { ["content"] = "a@example.com", ["agent_id"] = "agent-1" })).ShouldBeOk();
        (await First.AdminAsync("POST", "/api/audit/legal-holds", new() { ["reason"] = "case" })).Status.ShouldBe(201);

        (await First.GetAsync("/api/v1/models?risk_level=medium&deprecated=False&environment=production")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/v1/models/m/history")).Json["history"]!.AsArray().Count.ShouldBe(2);
        (await First.GetAsync("/api/v1/supply-chain/components?has_vulnerabilities=True&component_type=model")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/v1/supply-chain/impact/1")).Json["affected_agents"]![0]!.GetValue<string>().ShouldBe("agent-1");
        (await First.AdminAsync("POST", "/api/alerts/1/acknowledge")).ShouldBeOk();
        (await First.GetAsync("/api/alerts?acknowledged=True&type=supply_chain_cve&severity=medium")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/v1/resource-classifications?resource_type=db")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/v1/output-filter/findings?category=PII&severity=medium")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/audit/logs?limit=1&event_type=output_scanned")).Json["events"]![0]!["legal_hold"]!.GetValue<bool>().ShouldBeTrue();
        (await First.PostAsync("/api/audit/verify-integrity")).Json["status"]!.GetValue<string>().ShouldBe("VALID");
        (await First.AdminAsync("DELETE", "/api/v1/models/m")).ShouldBeOk();
        (await First.AdminAsync("DELETE", "/api/v1/resource-classifications/1")).ShouldBeOk();
        (await First.AdminAsync("DELETE", "/api/audit/legal-holds/1")).ShouldBeOk();
    }

    [Fact]
    public async Task Of_many_that_register_one_model_at_once_one_does()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            First.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "m", ["model_name"] = "M" })));

        replies.Count(static reply => reply.Status == 201).ShouldBe(1);
        replies.Count(static reply => reply.Status == 409).ShouldBe(7);
    }

    [Fact]
    public async Task Approvals_that_are_given_at_once_all_count()
    {
        await First.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "m", ["model_name"] = "M" });

        await Task.WhenAll(((string[])["GDPR", "SOX", "HIPAA", "PCI-DSS"]).Select(framework =>
            First.AdminAsync("POST", "/api/v1/models/m/approve", new() { ["framework"] = framework })));

        (await First.GetAsync("/api/v1/models/m")).Json["status"]!.GetValue<string>().ShouldBe("APPROVED");
        (await First.GetAsync("/api/v1/models/m/history")).Json["history"]!.AsArray().Count.ShouldBe(5);
    }
}
