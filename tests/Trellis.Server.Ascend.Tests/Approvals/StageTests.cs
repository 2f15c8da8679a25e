using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Approvals;

namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class StageTests : ApprovalTest
{
    [Fact]
    public async Task A_critical_action_takes_three_people()
    {
        var waiting = await SubmitAsync(Critical);
        waiting.Reply.Json["required_approvers"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["security", "senior", "executive"]);

        var first = (await ApproveAsync(waiting.ActionId, await ManagerAsync("sam", 3))).ShouldBeOk().Json;
        var second = (await ApproveAsync(waiting.ActionId, await ManagerAsync("sue", 4))).ShouldBeOk().Json;
        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("pending_approval");
        var third = (await ApproveAsync(waiting.ActionId, await ManagerAsync("eve", 5))).ShouldBeOk().Json;

        first["status"]!.GetValue<string>().ShouldBe("pending_approval");
        first["next_stage"]!.GetValue<string>().ShouldBe("senior");
        second["next_stage"]!.GetValue<string>().ShouldBe("executive");
        third["status"]!.GetValue<string>().ShouldBe("approved");
        (await StatusAsync(waiting.ActionId))["approved_by"]!.GetValue<string>().ShouldBe("eve");
        (await AuditTrail.OfAsync(Server)).Select(record => record.EventType).TakeLast(3)
            .ShouldBe(["approval_stage_approved", "approval_stage_approved", "agent_action_approved"]);
    }

    [Fact]
    public async Task One_person_does_not_take_two_stages()
    {
        var waiting = await SubmitAsync(Critical);
        (await ApproveAsync(waiting.ActionId, First.AdminToken)).ShouldBeOk();

        (await ApproveAsync(waiting.ActionId, First.AdminToken)).ShouldBeRefused(403, ApprovalErrors.SamePerson);
    }

    [Fact]
    public async Task Each_stage_wants_a_higher_level()
    {
        var waiting = await SubmitAsync(Critical);
        (await ApproveAsync(waiting.ActionId, await ManagerAsync("sam", 3))).ShouldBeOk();

        (await ApproveAsync(waiting.ActionId, await ManagerAsync("sue", 3))).ShouldBeRefused(403, ApprovalErrors.InsufficientLevel);
    }

    [Fact]
    public async Task One_rejection_ends_all_stages()
    {
        var waiting = await SubmitAsync(Critical);
        await ApproveAsync(waiting.ActionId, await ManagerAsync("sam", 3));

        (await RejectAsync(waiting.ActionId, await ManagerAsync("sue", 4), new JsonObject { ["reason"] = "no" })).ShouldBeOk();

        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("denied");
        (await CheckAsync(waiting.ApprovalId))["stages"]!.AsArray().Select(stage => stage!["status"]!.GetValue<string>())
            .ShouldBe(["approved", "rejected", "completed"]);
    }
}
