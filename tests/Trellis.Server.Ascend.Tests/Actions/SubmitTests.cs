using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Actions;

public sealed class SubmitTests : ServerTest
{
    [Fact]
    public async Task A_harmless_action_is_approved_at_once()
    {
        var reply = (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();

        reply.Status().ShouldBe("approved");
        reply.Json["execution_allowed"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["enforcement_decision"]!.GetValue<string>().ShouldBe("auto_approved");
        reply.Json["risk_score"]!.GetValue<int>().ShouldBe(28);
        reply.Json["risk_level"]!.GetValue<string>().ShouldBe("low");
    }

    [Fact]
    public async Task A_risky_action_waits_for_a_person()
    {
        var reply = (await First.SubmitAsync(Submissions.Risky())).ShouldBeOk();

        reply.Status().ShouldBe("pending_approval");
        reply.Json["execution_allowed"]!.GetValue<bool>().ShouldBeFalse();
        reply.Json["requires_approval"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["risk_level"]!.GetValue<string>().ShouldBe("critical");
    }

    [Fact]
    public async Task The_answer_has_every_member_that_any_client_reads()
    {
        var reply = (await First.SubmitAsync(Submissions.Body())).ShouldBeOk();

        foreach (var member in Members)
            reply.Json.ContainsKey(member).ShouldBeTrue(member);
        foreach (var list in (string[])["policy_violations", "conditions", "required_approvers"])
            reply.Json[list].ShouldBeOfType<JsonArray>();
        reply.Json["id"]!.GetValue<long>().ShouldBe(reply.Json["action_id"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("/api/v1/actions/submit")]
    [InlineData("/api/v1/actions/evaluate")]
    [InlineData("/api/authorization/agent-action")]
    [InlineData("/api/sdk/agent-action")]
    public async Task Every_generation_s_path_decides_the_same(string path)
    {
        var newest = (await First.SubmitAsync(Submissions.Risky())).ShouldBeOk().Json;
        var reply = (await First.PostAsync(path, Submissions.Risky())).ShouldBeOk().Json;

        foreach (var member in Members.Except(["id", "action_id", "correlation_id", "processing_time_ms", "approval_request_id", "message", "alert_id"]))
            reply[member]?.ToJsonString().ShouldBe(newest[member]?.ToJsonString(), member);
    }

    [Fact]
    public async Task Description_and_tool_name_may_be_missing() =>
        (await First.SubmitAsync(Submissions.Body())).ShouldBeOk();

    [Theory]
    [InlineData("target_system")]
    [InlineData("target_resource")]
    [InlineData("tool_name")]
    public async Task The_resource_may_come_under_the_names_of_the_REST_form(string name)
    {
        var body = Submissions.Body();
        body.Remove("resource");
        body[name] = "elsewhere";

        (await First.SubmitAsync(body)).ShouldBeOk().Json["resource"]!.GetValue<string>().ShouldBe("elsewhere");
    }

    [Theory]
    [InlineData("""{"agent_id":"agent-1","resource":"r"}""", "action_type")]
    [InlineData("""{"agent_id":"ag","action_type":"a.b","resource":"r"}""", "agent_id")]
    [InlineData("""{"agent_id":"agent-1","action_type":" ","resource":"r"}""", "action_type")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b"}""", "resource")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b","resource":"r","context":[]}""", "context")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b","resource":"r","risk_score":101}""", "risk_score")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b","resource":"r","orchestration_depth":6}""", "orchestration_depth")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b","resource":"r","orchestration_depth":-1}""", "orchestration_depth")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b","resource":"r\u0000"}""", "resource")]
    [InlineData("""{"agent_id":"agent-1","action_type":"a.b","resource":"\ud800"}""", "resource")]
    [InlineData("""{"agent_id":7,"action_type":"a.b","resource":"r"}""", "agent_id")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        var reply = (await Server.SendAsync("POST", Submissions.Path, First.Key, body)).ShouldBeRefused(422, ErrorCodes.Validation);

        reply.Errors.ContainsKey(field).ShouldBeTrue(reply.Text);
        reply.Detail.ShouldContain(field);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"agent_id":"a","agent_id":"b"}""")]
    [InlineData("nonsense")]
    public async Task What_is_not_a_JSON_object_is_refused(string body) =>
        (await Server.SendAsync("POST", Submissions.Path, First.Key, body)).ShouldBeRefused(400, ErrorCodes.InvalidJson);

    [Fact]
    public async Task An_empty_body_lacks_its_fields() =>
        (await First.PostAsync(Submissions.Path)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.Count.ShouldBe(3);

    [Theory]
    [InlineData("high", "high", 70)]
    [InlineData("CRITICAL", "critical", 85)]
    [InlineData("low", "low", 28)]
    [InlineData("minimal", "low", 28)]
    public async Task A_level_at_the_top_can_only_raise(string level, string expected, int score)
    {
        var body = Submissions.Harmless();
        body["risk_level"] = level;

        var reply = (await First.SubmitAsync(body)).ShouldBeOk();

        reply.Json["risk_level"]!.GetValue<string>().ShouldBe(expected);
        reply.Json["risk_score"]!.GetValue<int>().ShouldBe(score);
    }

    [Fact]
    public async Task A_level_at_the_top_that_is_no_word_is_no_hint()
    {
        var body = Submissions.Harmless();
        body["risk_level"] = new JsonArray(1);

        (await First.SubmitAsync(body)).ShouldBeOk().Json["risk_score"]!.GetValue<int>().ShouldBe(28);
    }

    [Fact]
    public async Task A_score_that_the_caller_sends_changes_nothing()
    {
        var honest = await First.SubmitAsync(Submissions.Risky());
        var body = Submissions.Risky();
        body["risk_score"] = 1;
        body["riskScore"] = 1;
        body["risk_level"] = "low";
        body["context"] = new JsonObject { ["risk_score"] = 1 };
        body["action_details"] = new JsonObject { ["risk_score"] = 1 };

        var reply = (await First.SubmitAsync(body)).ShouldBeOk();

        reply.Json["risk_score"]!.GetValue<int>().ShouldBe(honest.Json["risk_score"]!.GetValue<int>());
        reply.Status().ShouldBe("pending_approval");
    }

    [Theory]
    [InlineData("top")]
    [InlineData("context")]
    public async Task The_caller_may_ask_for_a_person(string where)
    {
        var body = Submissions.Harmless();
        var target = where == "top" ? body : body["context"]!.AsObject();
        target["require_human_approval"] = true;

        (await First.SubmitAsync(body)).ShouldBeOk().Status().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task The_environment_header_counts_where_the_context_says_nothing()
    {
        var body = Submissions.Body("generic.read", "s3").ToJsonString();

        var reply = await Server.SendAsync("POST", Submissions.Path, First.Key, body, request => request.Headers.Add("X-Environment", "dev"));

        reply.ShouldBeOk().Json["risk_score"]!.GetValue<int>().ShouldBe(28);
    }

    [Fact]
    public async Task The_same_request_twice_with_one_correlation_id_is_decided_twice()
    {
        var body = Submissions.Body().ToJsonString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Server.SendAsync(
            "POST", Submissions.Path, First.Key, body, request => request.Headers.Add("X-Correlation-ID", "asc_6b7ab62209534f43"))));

        replies.ShouldAllBe(reply => reply.Status == 200);
        replies[0].Headers.GetValues("X-Correlation-ID").ShouldBe(["asc_6b7ab62209534f43"]);
        replies[0].Json["correlation_id"]!.GetValue<string>().ShouldBe("asc_6b7ab62209534f43");
    }

    [Fact]
    public async Task Sixteen_times_the_same_request_within_a_moment_leaves_sixteen_actions_and_a_good_chain()
    {
        var body = Submissions.Risky().ToJsonString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Server.SendAsync(
            "POST", Submissions.Path, First.Key, body, request => request.Headers.Add("X-Correlation-ID", "asc_6b7ab62209534f43"))));

        var ids = replies.Select(static reply => reply.ShouldBeOk().Json["action_id"]!.GetValue<long>()).ToList();
        ids.ShouldBeUnique();
        replies.Select(static reply => reply.Json["approval_request_id"]!.GetValue<string>()).ShouldBeUnique();
        foreach (var id in ids)
            (await First.GetAsync($"/api/v1/actions/{id}/status")).ShouldBeOk().Status().ShouldBe("pending_approval");
        (await First.PostAsync("/api/audit/verify-integrity")).Json["status"]!.GetValue<string>().ShouldBe("VALID");
        (await First.GetAsync("/audit/logs?correlation_id=asc_6b7ab62209534f43&event_type=agent_action_submitted"))
            .Json["events"]!.AsArray().Count.ShouldBe(16);
    }

    private static readonly string[] Members =
    [
        "id", "action_id", "status", "decision", "execution_allowed", "reason", "risk_score", "risk_level", "requires_approval",
        "approval_request_id", "required_approvers", "expires_at", "policy_violations", "conditions", "approved_by", "approved_at", "comments",
        "metadata", "correlation_id", "cvss_score", "cvss_severity", "cvss_vector", "nist_control", "nist_description", "mitre_tactic",
        "mitre_technique", "alert_triggered", "alert_id", "workflow_id", "policy_decision", "matched_policies", "matched_smart_rules",
        "code_analysis", "prompt_security", "mcp_governance", "model_governance", "output_scan_result", "output_findings_count", "thresholds",
        "enforcement_decision", "enforcement_decision_source", "risk_score_source", "shadow_enforcement_decision",
        "shadow_enforcement_decision_source", "processing_time_ms", "action_type", "message",
    ];
}
