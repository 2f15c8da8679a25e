using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class DecisionTests : ApprovalTest
{
    [Fact]
    public async Task An_action_that_waits_says_for_whom_and_until_when()
    {
        var waiting = await SubmitAsync(Medium);

        waiting.ApprovalId.ShouldMatch("^apr_[0-9a-f]{16}$");
        waiting.Reply.Json["required_approvers"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["manager"]);
        waiting.Reply.Json["expires_at"]!.GetValue<string>().ShouldBe("2026-01-01T08:00:00Z");
        waiting.Reply.Json["workflow_id"]!.GetValue<string>().ShouldBe("risk_50_69");
    }

    [Fact]
    public async Task A_person_approves_and_the_agent_may_act()
    {
        var waiting = await SubmitAsync(Medium);
        var manager = await ManagerAsync("mia");

        var reply = (await ApproveAsync(waiting.ActionId, manager, new JsonObject { ["comments"] = "go ahead" })).ShouldBeOk().Json;

        reply["status"]!.GetValue<string>().ShouldBe("approved");
        reply["approved_by"]!.GetValue<string>().ShouldBe("mia");
        reply.ContainsKey("approved_at").ShouldBeTrue();
        reply.ContainsKey("correlation_id").ShouldBeTrue();
        var status = await StatusAsync(waiting.ActionId);
        status["status"]!.GetValue<string>().ShouldBe("approved");
        status["execution_allowed"]!.GetValue<bool>().ShouldBeTrue();
        status["approved_by"]!.GetValue<string>().ShouldBe("mia");
        status["comments"]!.GetValue<string>().ShouldBe("go ahead");
        var check = await CheckAsync(waiting.ApprovalId);
        check["status"]!.GetValue<string>().ShouldBe("approved");
        check["approved_by"]!.GetValue<string>().ShouldBe("mia");
        check["rejected_by"].ShouldBeNull();
    }

    [Fact]
    public async Task A_person_rejects_and_the_agent_must_not_act()
    {
        var waiting = await SubmitAsync(Medium);
        var manager = await ManagerAsync("mia");

        var reply = (await RejectAsync(waiting.ActionId, manager, new JsonObject { ["reason"] = "too risky" })).ShouldBeOk().Json;

        reply["status"]!.GetValue<string>().ShouldBe("denied");
        reply["rejected_by"]!.GetValue<string>().ShouldBe("mia");
        reply["reason"]!.GetValue<string>().ShouldBe("too risky");
        var status = await StatusAsync(waiting.ActionId);
        status["status"]!.GetValue<string>().ShouldBe("denied");
        status["execution_allowed"]!.GetValue<bool>().ShouldBeFalse();
        var check = await CheckAsync(waiting.ApprovalId);
        check["status"]!.GetValue<string>().ShouldBe("rejected");
        check["rejected_by"]!.GetValue<string>().ShouldBe("mia");
        check["rejection_reason"]!.GetValue<string>().ShouldBe("too risky");
    }

    [Theory]
    [InlineData("/api/v1/actions/{action}/approve", null, "approved")]
    [InlineData("/api/v1/actions/{action}/reject", null, "denied")]
    [InlineData("/api/governance/workflows/{action}/approve", null, "approved")]
    [InlineData("/api/governance/workflows/{action}/deny", null, "denied")]
    [InlineData("/api/governance/workflows/{approval}/approve", null, "approved")]
    [InlineData("/api/authorization/authorize/{action}", true, "approved")]
    [InlineData("/api/authorization/authorize/{action}", false, "denied")]
    public async Task Every_generation_s_path_decides(string path, bool? approved, string status)
    {
        var waiting = await SubmitAsync(Medium);
        var body = approved is { } verdict ? new JsonObject { ["approved"] = verdict, ["comments"] = "seen" } : null;
        path = path.Replace("{action}", $"{waiting.ActionId}").Replace("{approval}", waiting.ApprovalId);

        (await First.AdminAsync("POST", path, body)).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe(status);

        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe(status);
    }

    [Theory]
    [InlineData("/api/v1/actions/{0}/approve")]
    [InlineData("/api/v1/actions/{0}/reject")]
    [InlineData("/api/governance/workflows/{0}/approve")]
    [InlineData("/api/governance/workflows/{0}/deny")]
    [InlineData("/api/authorization/authorize/{0}")]
    [InlineData("/api/authorization/approvals/{1}/override")]
    [InlineData("/api/authorization/approvals/{1}/review")]
    public async Task An_API_key_decides_nothing(string path)
    {
        var waiting = await SubmitAsync(Medium);

        (await First.PostAsync(string.Format(path, waiting.ActionId, waiting.ApprovalId), new JsonObject { ["approved"] = true }))
            .ShouldBeRefused(401, ErrorCodes.InvalidToken);

        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task A_level_below_the_workflow_s_decides_nothing()
    {
        var waiting = await SubmitAsync(Medium);
        var user = await Server.TokenAsync("somebody");

        (await ApproveAsync(waiting.ActionId, user)).ShouldBeRefused(403, ApprovalErrors.InsufficientLevel).Detail.ShouldContain("level 2 (manager)");
        (await RejectAsync(waiting.ActionId, user)).ShouldBeRefused(403, ApprovalErrors.InsufficientLevel);
        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task Anybody_with_a_token_decides_what_is_hardly_risky()
    {
        var waiting = await SubmitAsync(Low);

        (await ApproveAsync(waiting.ActionId, await Server.TokenAsync("somebody"))).ShouldBeOk();
    }

    [Fact]
    public async Task Nobody_approves_what_they_submitted_themselves()
    {
        var waiting = await SubmitAsync(Medium, First.AdminToken);

        (await ApproveAsync(waiting.ActionId, First.AdminToken)).ShouldBeRefused(403, ApprovalErrors.SelfApproval);
        (await ApproveAsync(waiting.ActionId, await ManagerAsync("mia"))).ShouldBeOk();
    }

    [Fact]
    public async Task Nobody_approves_what_their_own_key_asked_for()
    {
        var key = await Keys.AddAsync(First, createdBy: "mia");
        var waiting = await SubmitAsync(Medium, key);

        (await ApproveAsync(waiting.ActionId, await ManagerAsync("mia"))).ShouldBeRefused(403, ApprovalErrors.SelfApproval);
    }

    [Fact]
    public async Task What_is_decided_cannot_be_decided_again()
    {
        var waiting = await SubmitAsync(Medium);
        await ApproveAsync(waiting.ActionId, await ManagerAsync("mia"));

        var late = (await RejectAsync(waiting.ActionId, await ManagerAsync("max"))).ShouldBeRefused(400, ApprovalErrors.NotPending);

        late.Json["decided_by"]!.GetValue<string>().ShouldBe("mia");
        late.Json["action_status"]!.GetValue<string>().ShouldBe("approved");
        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task What_never_waited_cannot_be_decided()
    {
        var body = Low;
        body["context"]!.AsObject().Remove("require_human_approval");
        var reply = (await First.PostAsync("/api/v1/actions/submit", body)).ShouldBeOk();

        (await ApproveAsync(reply.Json["action_id"]!.GetValue<long>(), First.AdminToken)).ShouldBeRefused(400, ApprovalErrors.NotPending);
    }

    [Fact]
    public async Task Who_was_shown_something_else_decides_nothing()
    {
        var waiting = await SubmitAsync(Medium);

        (await ApproveAsync(waiting.ActionId, First.AdminToken, new JsonObject { ["subject_digest"] = new string('0', 64) }))
            .ShouldBeRefused(409, ApprovalErrors.DigestMismatch);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("apr_0000000000000000")]
    public async Task What_does_not_exist_is_not_found(string id) =>
        (await First.AdminAsync("POST", $"/api/v1/actions/{id}/approve")).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Fact]
    public async Task A_body_without_a_verdict_decides_nothing()
    {
        var waiting = await SubmitAsync(Medium);

        (await First.AdminAsync("POST", $"/api/authorization/authorize/{waiting.ActionId}", new JsonObject { ["comments"] = "hm" }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("approved").ShouldBeTrue();
        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task Another_organisation_sees_and_decides_nothing()
    {
        var waiting = await SubmitAsync(Medium);
        var other = await Server.OtherTenantAsync();

        foreach (var path in (string[])[$"/api/v1/actions/{waiting.ActionId}/approve", $"/api/v1/actions/{waiting.ActionId}/reject",
            $"/api/governance/workflows/{waiting.ActionId}/approve", $"/api/governance/workflows/{waiting.ApprovalId}/deny",
            $"/api/authorization/approvals/{waiting.ApprovalId}/override", $"/api/authorization/approvals/{waiting.ApprovalId}/review"])
        {
            (await other.AdminAsync("POST", path, new JsonObject { ["justification"] = "none of my business" }))
                .ShouldBeRefused(404, ErrorCodes.NotFound);
        }

        (await other.AdminAsync("POST", $"/api/authorization/authorize/{waiting.ActionId}", new JsonObject { ["approved"] = true }))
            .ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.GetAsync($"/api/sdk/approval/{waiting.ApprovalId}")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.GetAsync($"/api/authorization/approvals/{waiting.ApprovalId}")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.GetAsync("/api/v1/approvals")).ShouldBeOk().Json["total"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task The_audit_trail_remembers_who_decided()
    {
        var waiting = await SubmitAsync(Medium);
        await ApproveAsync(waiting.ActionId, await ManagerAsync("mia"), new JsonObject { ["comments"] = "go ahead" });

        var record = (await AuditTrail.OfAsync(Server))[^1];
        (record.EventType, record.ActorId, record.ResourceId).ShouldBe(("agent_action_approved", "mia", $"{waiting.ActionId}"));
        record.Data["approval_request_id"]!.GetValue<string>().ShouldBe(waiting.ApprovalId);
        record.Data["reason"]!.GetValue<string>().ShouldBe("go ahead");
    }
}
