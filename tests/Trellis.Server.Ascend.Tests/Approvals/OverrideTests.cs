using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class OverrideTests : ApprovalTest
{
    [Fact]
    public async Task Two_people_of_the_highest_level_approve_past_the_stages_and_a_third_reviews()
    {
        var waiting = await SubmitAsync(Critical);

        (await OverrideAsync(waiting, First.AdminToken)).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("pending");
        (await OverrideAsync(waiting, await ManagerAsync("eve", 5))).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("approved");
        var details = (await First.AdminAsync("GET", $"/api/authorization/approvals/{waiting.ApprovalId}")).ShouldBeOk().Json;
        var review = (await ReviewAsync(waiting, await ManagerAsync("rob", 5))).ShouldBeOk().Json;

        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("approved");
        details["review"]!.GetValue<string>().ShouldBe("due");
        details["history"]!.AsArray().Select(entry => entry!["by"]!.GetValue<string>()).ShouldBe(["admin", "eve"]);
        review["review"]!.GetValue<string>().ShouldBe("done");
        (await AuditTrail.OfAsync(Server)).Select(record => record.EventType).TakeLast(3)
            .ShouldBe(["approval_override_requested", "agent_action_approved", "approval_override_reviewed"]);
    }

    [Fact]
    public async Task One_person_is_not_two()
    {
        var waiting = await SubmitAsync(Critical);
        await OverrideAsync(waiting, First.AdminToken);

        (await OverrideAsync(waiting, First.AdminToken)).ShouldBeRefused(403, ApprovalErrors.SamePerson);
    }

    [Fact]
    public async Task An_override_says_why()
    {
        var waiting = await SubmitAsync(Critical);

        (await Server.SendAsync("POST", Path(waiting), First.AdminToken, new JsonObject())).ShouldBeRefused(422, ErrorCodes.Validation);
    }

    [Fact]
    public async Task A_workflow_that_does_not_allow_it_is_not_overridden()
    {
        var waiting = await SubmitAsync(Medium);

        (await OverrideAsync(waiting, First.AdminToken)).ShouldBeRefused(403, ApprovalErrors.OverrideNotAllowed);
    }

    private static string Path(Waiting waiting) => $"/api/authorization/approvals/{waiting.ApprovalId}/override";

    private Task<Reply> OverrideAsync(Waiting waiting, string token) =>
        Server.SendAsync("POST", Path(waiting), token, new JsonObject { ["justification"] = "the site is down" });

    private Task<Reply> ReviewAsync(Waiting waiting, string token) =>
        Server.SendAsync(
            "POST", $"/api/authorization/approvals/{waiting.ApprovalId}/review", token, new JsonObject { ["comments"] = "it was right" });
}
