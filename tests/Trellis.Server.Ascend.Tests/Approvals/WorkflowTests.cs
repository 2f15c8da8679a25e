using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class WorkflowTests : ApprovalTest
{
    private const string Path = "/api/authorization/workflow-config";

    [Fact]
    public async Task The_defaults_are_the_contract_s()
    {
        var workflows = (await First.GetAsync(Path)).ShouldBeOk().Json["workflows"]!.AsArray();

        workflows.Select(workflow => (
            workflow!["workflow_id"]!.GetValue<string>(),
            workflow["approval_levels"]!.GetValue<int>(),
            workflow["timeout_hours"]!.GetValue<double>(),
            workflow["escalation_minutes"]!.GetValue<double>())).ShouldBe(
            [("risk_0_49", 1, 24, 480), ("risk_50_69", 1, 8, 120), ("risk_70_89", 1, 4, 60), ("risk_90_100", 3, 2, 30)]);
    }

    [Fact]
    public async Task A_change_holds_from_the_next_action_on()
    {
        await SubmitAsync(Medium);
        await UpdateAsync(
            "risk_50_69",
            new JsonObject { ["approval_levels"] = 2, ["timeout_hours"] = 1.5, ["approvers"] = new JsonArray("mia", "admin") });

        var waiting = await SubmitAsync(Medium);

        waiting.Reply.Json["expires_at"]!.GetValue<string>().ShouldBe("2026-01-01T01:30:00Z");
        waiting.Reply.Json["required_approvers"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["mia", "admin"]);
        (await ApproveAsync(waiting.ActionId, await ManagerAsync("max"))).Status.ShouldBe(403);
        (await ApproveAsync(waiting.ActionId, await ManagerAsync("mia"))).ShouldBeOk().Json["next_stage"]!.GetValue<string>().ShouldBe("admin");
        (await ApproveAsync(waiting.ActionId, First.AdminToken)).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task A_workflow_out_of_use_leaves_its_actions_to_the_next_stricter_one()
    {
        await UpdateAsync("risk_50_69", new JsonObject { ["is_active"] = false });

        (await SubmitAsync(Medium)).Reply.Json["workflow_id"]!.GetValue<string>().ShouldBe("risk_70_89");
    }

    [Fact]
    public async Task A_change_of_one_organisation_is_none_of_another_s()
    {
        await UpdateAsync("risk_0_49", new JsonObject { ["timeout_hours"] = 1 });
        var other = await Server.OtherTenantAsync();

        var workflows = (await other.GetAsync(Path)).ShouldBeOk().Json["workflows"]!.AsArray();

        workflows[0]!["timeout_hours"]!.GetValue<double>().ShouldBe(24);
    }

    [Theory]
    [InlineData("approval_levels", 0)]
    [InlineData("approval_levels", 6)]
    [InlineData("timeout_hours", 0)]
    [InlineData("escalation_minutes", 0)]
    [InlineData("risk_threshold_min", 101)]
    [InlineData("risk_threshold_min", 70)]
    [InlineData("required_level", 6)]
    public async Task A_value_out_of_range_is_refused(string field, int value)
    {
        var reply = await First.AdminAsync("POST", Path, Update("risk_50_69", new JsonObject { [field] = value }));

        reply.ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey($"updates.{field}").ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_workflow_is_not_found() =>
        (await First.AdminAsync("POST", Path, Update("risk_1_2", []))).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Fact]
    public async Task Without_updates_nothing_is_changed() =>
        (await First.AdminAsync("POST", Path, new JsonObject { ["workflow_id"] = "risk_0_49" })).ShouldBeRefused(422, ErrorCodes.Validation);

    [Fact]
    public async Task An_agent_changes_no_workflow() =>
        (await First.PostAsync(Path, Update("risk_0_49", new JsonObject { ["required_level"] = 1 })))
            .ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    private static JsonObject Update(string id, JsonObject updates) => new() { ["workflow_id"] = id, ["updates"] = updates };

    private async Task UpdateAsync(string id, JsonObject updates) => (await First.AdminAsync("POST", Path, Update(id, updates))).ShouldBeOk();
}
