using System.Text.Json;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Wire;

/// <summary>Contract sections 2.3 to 2.9, and section 8, numbers 4 and 5: what the calls of the Python SDK bring.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("[{0}]")]
    [InlineData("""{{"agents":[{0}]}}""")]
    [InlineData("""{{"total":1,"nested":{{"x":[1]}},"agents":[{0}],"more":[]}}""")]
    public async Task Agents_come_as_a_list_or_in_an_object(string shape)
    {
        var json = string.Format(shape,
            """{"name":"log-monitor","status":"running","uptime_ms":360000,"last_activity_ms_ago":1200,"restart_count":0,"memory_profile":{"heap_bytes":2097152,"fuel_remaining":18446744073709551615},"new":true}""");
        using var akshi = new AkshiFixture(StubAnswer.Json(json), StubAnswer.Json(json));
        foreach (var agents in (IReadOnlyList<AgentStatus>[])[await akshi.Client.StatusAsync(), akshi.Client.Agents.List()])
        {
            var agent = agents.Single();
            (agent.Name, agent.Status, agent.UptimeMs, agent.LastActivityMsAgo, agent.RestartCount).ShouldBe(("log-monitor", AgentState.Running, 360000, 1200, 0));
            (agent.MemoryProfile!.HeapBytes, agent.MemoryProfile.FuelRemaining).ShouldBe((2097152UL, ulong.MaxValue));
            agent.AdditionalFields!["new"].GetBoolean().ShouldBeTrue();
        }

        akshi.LastLine.ShouldBe("GET /api/v1/agents");
    }

    [Fact]
    public async Task What_is_missing_or_null_is_null_and_what_is_not_known_is_kept()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(
            """[{},{"name":"a","status":"hibernating","last_activity_ms_ago":null,"memory_profile":{"fuel_remaining":null}}]"""));
        var agents = await akshi.Client.StatusAsync();
        agents[0].ShouldBe(new AgentStatus());
        agents[1].Status!.Value.ToString().ShouldBe("hibernating");
        agents[1].Status!.Value.IsKnown.ShouldBeFalse();
        agents[1].LastActivityMsAgo.ShouldBeNull();
        agents[1].MemoryProfile!.FuelRemaining.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_of_the_log_is_the_contracts_and_has_sequences_beyond_32_bits()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(
            """
            {"next_seq":5000000157,"logs":[
              {"seq":5000000155,"ts":"2026-03-17T10:00:01Z","level":"info","agent":"log-monitor","message":"cycle done"},
              {"seq":5000000156,"ts":"2026-03-17T10:00:02Z","level":"warn","agent":null,"message":"many errors"}]}
            """));
        var page = await akshi.Client.LogsAsync();
        page.NextSeq.ShouldBe(5_000_000_157);
        page.Logs.Select(line => (line.Seq, line.Ts!.Value.Second, line.Level, line.Agent, line.Message))
            .ShouldBe([(5_000_000_155, 1, "info", "log-monitor", "cycle done"), (5_000_000_156, 2, "warn", null, "many errors")]);
    }

    [Theory]
    [InlineData("""{"seq":11,"ts":"2026-03-17T10:00:02Z","severity":"warning","source":"log-monitor","file":"logs/app.log","summary":"Error rate spike","detail":"d"}""")]
    [InlineData("""{"seq":11,"timestamp":"2026-03-17T10:00:02Z","severity":"warning","agent":"log-monitor","file":"logs/app.log","title":"Error rate spike","detail":"d"}""")]
    [InlineData("""{"seq":11,"ts":"2026-03-17T10:00:02Z","severity":"warning","source":"log-monitor","agent":"log-monitor","file":"logs/app.log","summary":"Error rate spike","title":"Error rate spike","detail":"d"}""")]
    public async Task A_finding_has_the_names_of_all_SDKs(string json)
    {
        using var akshi = new AkshiFixture(StubAnswer.Json($$"""{"next_seq":12,"findings":[{{json}}]}"""));
        var finding = (await akshi.Client.FindingsAsync()).Findings.Single();
        (finding.Seq, finding.Severity, finding.File, finding.Detail).ShouldBe((11, FindingSeverity.Warning, "logs/app.log", "d"));
        (finding.Source, finding.Agent, finding.Summary, finding.Title).ShouldBe(("log-monitor", "log-monitor", "Error rate spike", "Error rate spike"));
        finding.Ts.ShouldBe(new DateTimeOffset(2026, 3, 17, 10, 0, 2, TimeSpan.Zero));
        finding.AdditionalFields.ShouldBeNull();
    }

    [Fact]
    public async Task Posted_findings_are_confirmed_whether_the_server_knows_batches_or_not()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json(201, """{"ok":true,"accepted":2,"seqs":[13,14],"seq":14,"next_seq":15}"""), StubAnswer.Json(201, """{"seq":13}"""));
        var receipt = await akshi.Client.PostFindingsAsync([new("a", "info", "", "one"), new("a", "info", "", "two")]);
        (receipt.Ok, receipt.Accepted, receipt.Seq, receipt.NextSeq).ShouldBe((true, 2, 14, 15));
        receipt.Seqs.ShouldBe([13, 14]);
        var single = akshi.Client.PostFindings([new("a", "info", "", "one")]);
        (single.Ok, single.Accepted, single.Seq, single.Seqs.Count).ShouldBe((null, null, 13, 0));
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("""{{"grants":[{0}]}}""")]
    public async Task Grants_come_as_a_list_or_in_an_object(string shape)
    {
        var json = string.Format(shape,
            """{"id":"7b0c4f0e","agent":"researcher","secret_name":"ANTHROPIC_API_KEY","domain":"anthropic","status":"active","granted_at":"2026-03-17T08:00:00Z","expires_at":null,"revoked_at":null}""");
        using var akshi = new AkshiFixture(StubAnswer.Json(json));
        var grant = (await akshi.Client.BrokerGrantsAsync()).Single();
        (grant.Id, grant.Agent, grant.SecretName, grant.Domain, grant.Status).ShouldBe(("7b0c4f0e", "researcher", "ANTHROPIC_API_KEY", "anthropic", GrantState.Active));
        (grant.GrantedAt!.Value.Hour, grant.ExpiresAt, grant.RevokedAt).ShouldBe((8, null, null));
    }

    [Fact]
    public async Task A_revoked_grant_is_told()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"ok":true,"id":"7b","agent":"researcher","secret_name":"K","domain":"anthropic","status":"revoked","revoked_at":"2026-03-17T08:00:00Z"}"""),
            StubAnswer.Status(204));
        var change = await akshi.Client.RevokeBrokerGrantAsync("7b");
        (change.Ok, change.Id, change.Agent, change.SecretName, change.Domain, change.Status).ShouldBe((true, "7b", "researcher", "K", "anthropic", GrantState.Revoked));
        akshi.Client.RevokeBrokerGrant("7b").ShouldBe(new GrantChange());
    }

    [Fact]
    public async Task Approvals_come_as_an_object_of_what_waits_and_what_is_decided()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(
            """
            {"pending":[{"id":"apr-001","request_id":"apr-001","agent":"researcher","capability":"http_fetch","detail":"GET https://api.example.com/data",
              "risk_score":0.35,"status":"pending","requested_at":"2026-03-17T10:00:00Z","expires_at":"2026-03-17T10:05:00Z"}],
             "resolved":[{"id":"apr-000","status":"denied","decision":"deny","decided_at":"2026-03-17T09:59:00Z","decided_by":"operator","reason":"no"}]}
            """));
        var approvals = await akshi.Client.ApprovalsAsync();
        var pending = approvals.Pending.Single();
        (pending.Id, pending.RequestId, pending.Agent, pending.Capability, pending.RiskScore, pending.Status)
            .ShouldBe(("apr-001", "apr-001", "researcher", "http_fetch", 0.35, ApprovalState.Pending));
        pending.ExpiresAt.ShouldBe(pending.RequestedAt!.Value.AddMinutes(5));
        var resolved = approvals.Resolved.Single();
        (resolved.Id, resolved.RequestId, resolved.Status, resolved.Decision, resolved.DecidedBy, resolved.Reason)
            .ShouldBe(("apr-000", "apr-000", ApprovalState.Denied, ApprovalVerdict.Deny, "operator", "no"));
    }

    [Fact]
    public void Approvals_come_as_a_bare_list_of_what_waits()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(" \n[{\"id\":\"apr-001\"},{\"request_id\":\"apr-002\"}]"), StubAnswer.Json("[]"), StubAnswer.Json("{}"));
        var approvals = akshi.Client.Approvals();
        approvals.Pending.Select(approval => approval.Id).ShouldBe(["apr-001", "apr-002"]);
        approvals.Resolved.ShouldBeEmpty();
        akshi.Client.Approvals().Pending.ShouldBeEmpty();
        akshi.Client.Approvals().Pending.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("""{{"tasks":[{0}]}}""")]
    public async Task Tasks_come_as_a_list_or_in_an_object(string shape)
    {
        var json = string.Format(shape,
            """{"id":"task-001","from":"orchestrator","to":"researcher","status":"completed","input":{"query":"..."},"output":{"summary":"..."},"error":null,"created_at":"2026-03-17T09:00:00Z","started_at":"2026-03-17T09:00:01Z","completed_at":"2026-03-17T09:00:05Z"}""");
        using var akshi = new AkshiFixture(StubAnswer.Json(json));
        var task = (await akshi.Client.A2ATasksAsync()).Tasks.Single();
        (task.Id, task.From, task.To, task.Status, task.Error).ShouldBe(("task-001", "orchestrator", "researcher", A2ATaskState.Completed, null));
        task.Input!.Value.GetProperty("query").GetString().ShouldBe("...");
        task.Output!.Value.GetProperty("summary").GetString().ShouldBe("...");
        (task.CompletedAt - task.StartedAt).ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_reload_tells_what_it_changed_and_what_needs_a_restart()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"ok":true,"reloaded":["log-monitor"],"unchanged":["researcher"],"added":["new-agent"],"removed":[],"requires_restart":["dashboard.port"],"errors":[]}"""),
            StubAnswer.Json("""{"ok":true,"reloaded":null}"""));
        var result = await akshi.Client.ReloadAsync();
        (result.Ok, result.Reloaded.Single(), result.Unchanged.Single(), result.Added.Single(), result.RequiresRestart.Single())
            .ShouldBe((true, "log-monitor", "researcher", "new-agent", "dashboard.port"));
        (await akshi.Client.ReloadAsync()).Reloaded.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_is_confirmed()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"ok":true,"id":"apr-001","request_id":"apr-001","decision":"approve","decided_at":"2026-03-17T10:01:00Z"}"""));
        var receipt = await akshi.Client.PostApprovalAsync("apr-001", ApprovalVerdict.Approve);
        (receipt.Ok, receipt.Id, receipt.RequestId, receipt.Decision, receipt.DecidedAt!.Value.Minute).ShouldBe((true, "apr-001", "apr-001", ApprovalVerdict.Approve, 1));
    }

    [Fact]
    public async Task Strict_answers_refuse_a_field_that_is_not_known()
    {
        using var akshi = new AkshiFixture(options => options.StrictResponses = true, StubAnswer.Json("""{"ok":true,"new":1}"""));
        (await Should.ThrowAsync<AkshiProtocolException>(() => akshi.Client.HealthAsync())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_escape_hatch_reaches_any_path_below_the_server_and_no_other()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(201, "[1]"), StubAnswer.Status(204), StubAnswer.Json("""{"a":1}"""));
        (await akshi.Client.RequestAsync(HttpMethod.Put, "/api/v2/thing?a=b", 7)).ToJsonString().ShouldBe("""{"value":[1]}""");
        akshi.LastLine.ShouldBe("PUT /api/v2/thing?a=b");
        akshi.Last.BodyText.ShouldBe("7");
        akshi.Client.Request(HttpMethod.Delete, "/x").Count.ShouldBe(0);
        akshi.Client.Request(HttpMethod.Get, "/x")["a"]!.GetValue<int>().ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(() => akshi.Client.RequestAsync(HttpMethod.Get, "https://evil.test/"));
        await Should.ThrowAsync<ArgumentException>(() => akshi.Client.RequestAsync(HttpMethod.Get, "//evil.test/"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"total":0}""")]
    [InlineData("""{"agents":[]} x""")]
    [InlineData("""{"agents":[]""")]
    public async Task What_is_no_list_is_no_list(string json)
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(json));
        await Should.ThrowAsync<AkshiProtocolException>(() => akshi.Client.StatusAsync());
    }

    [Fact]
    public void Words_print_as_they_are_sent()
    {
        ApprovalVerdict.Approve.ToString().ShouldBe("approve");
        default(GrantState).ToString().ShouldBe("");
        new FindingSeverity("odd").IsKnown.ShouldBeFalse();
        JsonSerializer.Serialize(FindingSeverity.Critical, Json.AkshiJsonContext.Default.FindingSeverity).ShouldBe("\"critical\"");
    }
}
