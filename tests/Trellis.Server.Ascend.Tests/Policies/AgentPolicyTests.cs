using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using static Trellis.Server.Ascend.Tests.Policies.PolicyRequests;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class AgentPolicyTests : ServerTest
{
    private const string Agent = "/api/registry/agents/agent-1";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await First.PostAsync("/api/registry/agents", new() { ["agent_id"] = "agent-1" })).ShouldBeOk();
    }

    [Fact]
    public async Task A_policy_of_an_agent_concerns_no_other()
    {
        (await First.AdminAsync("POST", $"{Agent}/policies", Body())).Status.ShouldBe(201);

        (await First.SubmitAsync("file.delete")).Status().ShouldBe("denied");
        (await First.SubmitAsync("file.delete", "agent-2")).Status().ShouldBe("approved");
        (await First.GetAsync($"{Agent}/policies")).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_agent_has_no_policies() =>
        (await First.AdminAsync("POST", "/api/registry/agents/agent-9/policies", Body())).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Fact]
    public async Task Another_organisations_agent_does_not_exist()
    {
        var other = await Server.OtherTenantAsync();

        (await other.AdminAsync("POST", $"{Agent}/policies", Body())).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.GetAsync($"{Agent}/policies")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.PostAsync($"{Agent}/evaluate", Action())).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task An_agents_key_gives_its_agent_no_policies() =>
        (await First.PostAsync($"{Agent}/policies", Body(action: "allow"))).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task What_if_an_agent_asked_is_decided_by_its_thresholds_too()
    {
        var judged = (await First.PostAsync($"{Agent}/evaluate", new()
        {
            ["action_type"] = "database.delete",
            ["resource"] = "customer_rds",
            ["risk_indicators"] = new JsonObject { ["pii_involved"] = true },
        })).ShouldBeOk().Json;

        judged["decision"]!.GetValue<string>().ShouldBe("REQUIRE_APPROVAL");
        judged["enforcement_decision_source"]!.GetValue<string>().ShouldBe("threshold");
        judged["status"].ShouldNotBeNull();
    }

    [Fact]
    public async Task What_if_leaves_no_action_behind()
    {
        (await First.PostAsync($"{Agent}/evaluate", Action())).ShouldBeOk();

        (await First.GetAsync("/api/agent-activity")).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    private static JsonObject Action() => new() { ["action_type"] = "file.read", ["resource"] = "s3" };
}
