using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Management;

public sealed class ManagementTests
{
    [Fact]
    public async Task Policies_are_made_listed_replaced_and_deleted()
    {
        const string policy = """{"id":3,"policy_name":"p","is_active":true,"priority":10,"conditions":{"risk_above":70},"policy_action":"block"}""";
        using var ascend = new AscendFixture(Golden.Ok(policy), Golden.Ok($$"""{"policies":[{{policy}}],"total":1}"""), Golden.Ok(policy), Golden.Ok("""{"success":true}"""));
        var made = await ascend.Client.Policies.CreateAsync(new()
        {
            PolicyName = "p", IsActive = true, Priority = 10, Conditions = new JsonObject { ["risk_above"] = 70 }, PolicyAction = "block",
        });
        made.Id.ShouldBe("3");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/governance/policies");
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"conditions": {"risk_above": 70}, "is_active": true, "policy_action": "block", "policy_name": "p", "priority": 10}""");
        (await ascend.Client.Policies.ListAsync()).Policies[0].Conditions!["risk_above"]!.GetValue<int>().ShouldBe(70);
        await ascend.Client.Policies.PutAsync("3", made);
        ascend.Transport.LastRequest.ToString().ShouldBe("PUT https://ascend.test/api/governance/policies/3");
        ascend.Transport.LastRequest.ReadJson().TryGetProperty("id", out _).ShouldBeFalse();
        await ascend.Client.Policies.DeleteAsync("3");
        ascend.Transport.LastRequest.ToString().ShouldBe("DELETE https://ascend.test/api/governance/policies/3");
    }

    [Fact]
    public void A_policy_without_a_name_or_an_action_is_refused()
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.Policies.Create(new())).FieldErrors.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("ALLOW", Decision.Allowed)]
    [InlineData("DENY", Decision.Denied)]
    [InlineData("REQUIRE_APPROVAL", Decision.Pending)]
    [InlineData("MAYBE", Decision.Pending)]
    public async Task What_policies_would_say_can_be_asked_with_a_score(string word, Decision expected)
    {
        using var ascend = new AscendFixture(Golden.Ok($$"""{"decision":"{{word}}","matched_policies":[{"id":1}],"violations":["v"],"risk_score":80,"evaluation_time_ms":2}"""));
        var evaluation = await ascend.Client.Policies.EvaluateAsync("a.b", "r", 80, new() { ["k"] = 1 });
        evaluation.Decision.ShouldBe(expected);
        evaluation.MatchedPolicies.Count.ShouldBe(1);
        evaluation.Violations.ShouldBe(["v"]);
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"action_type": "a.b", "context": {"k": 1}, "resource": "r", "risk_score": 80}""");
    }

    [Fact]
    public async Task The_audit_log_is_read_under_any_of_its_names()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("""{"events":[{"event_id":"e1","actor":"ann","resource":"r","details":{"k":1}}],"total":9,"page":1,"page_size":50}"""),
            Golden.Ok("""{"logs":[{"id":"e2","actor_id":"bob","resource_id":"x","sequence_number":4}],"limit":10}"""),
            Golden.Ok("""{"items":[{"id":"e3"}]}"""));
        var page = await ascend.Client.Audit.QueryAsync();
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/audit/logs?limit=50&offset=0");
        (page.Events[0].EventId, page.Events[0].Actor, page.Total, page.PageSize).ShouldBe(("e1", "ann", 9, 50));
        page = ascend.Client.Audit.Query(10, 5, new AuditFilter { EventType = "x" });
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/audit/logs?limit=10&offset=5&event_type=x");
        (page.Events[0].Actor, page.Events[0].Resource, page.Events[0].SequenceNumber, page.PageSize).ShouldBe(("bob", "x", 4L, 10));
        (await ascend.Client.Audit.QueryAsync()).Events[0].EventId.ShouldBe("e3");
    }

    [Theory]
    [InlineData("VALID", true)]
    [InlineData("TAMPERED", false)]
    [InlineData("BROKEN", false)]
    public async Task The_audit_chain_is_checked(string status, bool expected)
    {
        using var ascend = new AscendFixture(Golden.Ok($$"""{"id":"c","status":"{{status}}","total_records":12,"check_duration_ms":1.5,"records_per_second":8000}"""));
        var integrity = await ascend.Client.Audit.VerifyIntegrityAsync();
        integrity.IsValid.ShouldBe(expected);
        integrity.TotalRecords.ShouldBe(12);
    }

    [Fact]
    public async Task A_classification_is_found_by_its_exact_type()
    {
        const string list = """{"classifications":[{"id":1,"resource_type":"db2"},{"resource_id":"x","resource_type":"db","sensitivity_level":"high","compliance_tags":["gdpr"]}]}""";
        using var ascend = new AscendFixture(Golden.Ok(list), Golden.Ok("[]"));
        var found = await ascend.Client.Resources.GetClassificationAsync("db");
        found!.SensitivityLevel.ShouldBe("high");
        found.ResourceId.ShouldBe("x");
        ascend.Client.Resources.GetClassification("db").ShouldBeNull();
    }

    [Fact]
    public async Task Actions_are_read_in_full_and_listed()
    {
        const string action =
            """{"id":7,"agent_id":"a","action_type":"t","target_system":"db","status":"pending_approval","risk_score":35.5,"audit_trail":[{"timestamp":"2026-01-15T10:30:00Z","action":"submitted","actor":"a"}]}""";
        using var ascend = new AscendFixture(Golden.Ok(action), Golden.Ok($$"""{"actions":[{{action}}],"total":1,"offset":0,"limit":50}"""), Golden.Ok($"[{action}]"));
        var details = await ascend.Client.Actions.GetAsync("7");
        (details.ActionId, details.Resource, details.Decision).ShouldBe(("7", "db", Decision.Pending));
        details.AuditTrail[0].Actor.ShouldBe("a");
        (await ascend.Client.Actions.ListAsync(status: "denied", agentId: "a")).Total.ShouldBe(1);
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/agent-activity?limit=50&offset=0&status=denied&agent_id=a");
        ascend.Client.Actions.List().Actions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Orchestration_is_set_up_and_stopped_only_when_confirmed()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("{}"), Golden.Ok("{}"), Golden.Ok("""{"success":true,"dry_run":true,"orchestrator_id":"o","affected_agents":["w"],"blocked_count":0}"""),
            Golden.Ok("""{"session_id":"s","cumulative_risk_score":50,"max_risk_score":30,"action_count":2}"""), Golden.Ok("""{"session_id":"s","actions":[{}],"max_depth":1}"""));
        await ascend.Client.Orchestration.SetWorkersAsync("o", ["w1", "w2"]);
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"orchestrator_agent_id": "o", "worker_agent_ids": ["w1", "w2"]}""");
        ascend.Client.Orchestration.SetMcpServers("o", [1, 2]);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/v1/orchestration/topology/mcp");
        var cascade = await ascend.Client.Orchestration.CascadeKillAsync("o", "why");
        cascade.DryRun.ShouldBe(true);
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"confirm": false, "reason": "why"}""");
        (await ascend.Client.Orchestration.GetSessionRiskAsync("s")).ActionCount.ShouldBe(2);
        ascend.Client.Orchestration.GetSession("s").Actions.Count.ShouldBe(1);
    }

    [Fact]
    public void A_topology_has_one_to_twenty_different_members()
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.Orchestration.SetWorkers("o", []));
        Should.Throw<AscendValidationException>(() => ascend.Client.Orchestration.SetWorkers("o", ["a", "a"]));
        Should.Throw<AscendValidationException>(() => ascend.Client.Orchestration.SetWorkers("o", [.. Enumerable.Range(0, 21).Select(number => $"w{number}")]));
        Should.Throw<AscendValidationException>(() => ascend.Client.Orchestration.CascadeKill("o", ""));
        Should.Throw<AscendValidationException>(() => ascend.Client.Orchestration.CascadeKill("o", new string('x', 1001)));
    }

    [Fact]
    public async Task Output_is_scanned_and_its_findings_are_listed()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("""{"result":"REDACTED","findings_count":1,"findings":[{"category":"pii","severity":"high","pattern":"ssn","start":3,"end":14}],"redacted_content":"x"}"""),
            Golden.Ok("""{"findings":[{"id":1}],"total":1}"""), Golden.Ok("[]"));
        var scan = await ascend.Client.OutputFilter.ScanAsync("a 123-45-6789", 7);
        scan.IsClean.ShouldBeFalse();
        scan.Findings[0].Start.ShouldBe(3);
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"action_id": 7, "agent_id": "agent-1", "content": "a 123-45-6789"}""");
        (await ascend.Client.OutputFilter.ListFindingsAsync(category: "pii")).Total.ShouldBe(1);
        ascend.Client.OutputFilter.GetFindings("7").Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_limit_out_of_its_range_is_refused(int limit)
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.OutputFilter.ListFindings(limit));
        Should.Throw<AscendValidationException>(() => ascend.Client.Alerts.List(limit: limit * 501));
    }

    [Fact]
    public async Task A_component_is_registered_with_its_defaults()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"component_id":"c","component_name":"C","component_type":"model"}"""));
        await ascend.Client.SupplyChain.RegisterComponentAsync(new() { ComponentId = "c", ComponentName = "C", ComponentType = "model" });
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"component_id": "c", "component_name": "C", "component_type": "model", "provenance_verified": false, "risk_level": "medium"}""");
    }
}
