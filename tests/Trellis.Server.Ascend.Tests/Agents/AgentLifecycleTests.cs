using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Agents;

public sealed class AgentLifecycleTests : ServerTest
{
    private const string Path = "/api/registry/agents/agent-1";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await First.PostAsync("/api/registry/agents", new() { ["agent_id"] = "agent-1", ["agent_type"] = "autonomous" })).ShouldBeOk();
    }

    [Fact]
    public async Task An_administrator_activates_an_agent_and_then_its_own_thresholds_hold()
    {
        (await ProfileAsync()).Thresholds.ShouldBe(new AgentThresholds(30, 80, 70));

        (await First.AdminAsync("POST", $"{Path}/activate")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("active");

        (await ProfileAsync()).Thresholds.ShouldBe(new AgentThresholds(20, 60, 50));
    }

    [Fact]
    public async Task An_agent_does_not_activate_itself() =>
        (await First.PostAsync($"{Path}/activate")).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task A_suspended_agent_is_stopped_with_the_reason_until_it_is_activated()
    {
        (await First.AdminAsync("POST", $"{Path}/suspend?reason=odd%20behaviour")).ShouldBeOk();
        (await ProfileAsync()).BlockedReason.ShouldBe("The agent is suspended: odd behaviour");

        (await First.AdminAsync("POST", $"{Path}/activate")).ShouldBeOk();
        (await ProfileAsync()).BlockedReason.ShouldBeNull();
    }

    [Fact]
    public async Task An_emergency_suspension_needs_a_reason()
    {
        (await First.AdminAsync("POST", $"{Path}/emergency-suspend")).ShouldBeRefused(422, ErrorCodes.Validation);

        (await First.AdminAsync("POST", $"{Path}/emergency-suspend", new() { ["reason"] = "leak" }))
            .ShouldBeOk().Json["status_reason"]!.GetValue<string>().ShouldBe("leak");
    }

    [Fact]
    public async Task Retirement_is_final()
    {
        (await First.AdminAsync("POST", $"{Path}/retire")).ShouldBeOk();

        (await First.AdminAsync("POST", $"{Path}/activate")).ShouldBeRefused(409, ErrorCodes.Conflict);
        (await ProfileAsync()).BlockedReason.ShouldBe("The agent is retired.");
    }

    [Fact]
    public async Task Leaving_and_coming_back_does_not_end_a_suspension()
    {
        await First.AdminAsync("POST", $"{Path}/suspend");
        var left = (await First.DeleteAsync(Path)).ShouldBeOk();
        left.Json["success"]!.GetValue<bool>().ShouldBeTrue();
        (await First.GetAsync(Path)).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await ProfileAsync()).BlockedReason.ShouldNotBeNull();

        (await First.PostAsync("/api/registry/agents", new() { ["agent_id"] = "agent-1" })).Json["created"]!.GetValue<bool>().ShouldBeTrue();

        (await ProfileAsync()).BlockedReason.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_restricts_an_agent_does_so_after_it_has_left()
    {
        await First.AdminAsync("PUT", Path, new() { ["blocked_resources"] = new JsonArray("secret/*"), ["auto_approve_below"] = 5 });
        await First.AdminAsync("PUT", $"{Path}/limits", new() { ["max_actions_per_day"] = 1 });
        (await First.DeleteAsync(Path)).ShouldBeOk();

        var profile = await ProfileAsync();

        profile.IsRegistered.ShouldBeFalse();
        profile.BlockedResources.ShouldBe(["secret/*"]);
        profile.Limits!.ActionsPerDay.ShouldBe(1);
        profile.Thresholds.ShouldBe(new AgentThresholds(5, 60, 50));
    }

    [Fact]
    public async Task Leaving_twice_answers_404()
    {
        (await First.DeleteAsync(Path)).ShouldBeOk();
        (await First.DeleteAsync(Path)).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task An_agent_links_its_model_with_its_key()
    {
        await RegisterModelAsync(First);

        (await First.PutAsync(Path, new() { ["model_id"] = 1 })).ShouldBeOk().Json["model_id"]!.GetValue<int>().ShouldBe(1);

        (await ProfileAsync()).ModelId.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_the_organisation_does_not_have_is_not_linked()
    {
        await RegisterModelAsync(await Server.OtherTenantAsync());

        (await First.PutAsync(Path, new() { ["model_id"] = 1 })).ShouldBeRefused(404, ErrorCodes.NotFound).Detail.ShouldContain("model");
        (await First.AdminAsync("PUT", Path, new() { ["model_id"] = 1, ["max_risk_threshold"] = 99 })).ShouldBeRefused(404, ErrorCodes.NotFound);

        (await ProfileAsync()).ModelId.ShouldBeNull();
        (await First.GetAsync(Path)).Json["max_risk_threshold"]!.GetValue<int>().ShouldNotBe(99);
    }

    [Fact]
    public async Task Saying_again_which_model_it_is_changes_nothing_even_when_the_model_is_gone()
    {
        await RegisterModelAsync(First);
        (await First.PutAsync(Path, new() { ["model_id"] = 1 })).ShouldBeOk();
        (await First.AdminAsync("DELETE", "/api/v1/models/m")).ShouldBeOk();

        (await First.PutAsync(Path, new() { ["model_id"] = 1 })).ShouldBeOk();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"7\"")]
    [InlineData("1.5")]
    public async Task A_model_is_a_whole_number_from_1(string model) =>
        (await First.PutAsync(Path, new() { ["model_id"] = JsonNode.Parse(model) }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("model_id").ShouldBeTrue();

    [Fact]
    public async Task What_governs_an_agent_is_changed_by_administrators_alone()
    {
        await RegisterModelAsync(First);
        var body = new JsonObject { ["model_id"] = 1, ["max_risk_threshold"] = 100 };
        (await First.PutAsync(Path, (JsonObject)body.DeepClone())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

        (await First.AdminAsync("PUT", Path, body)).ShouldBeOk().Json["max_risk_threshold"]!.GetValue<int>().ShouldBe(100);
    }

    [Fact]
    public async Task An_administrator_changes_how_far_an_agent_is_trusted()
    {
        (await First.AdminAsync("PUT", $"{Path}/trust", new() { ["trust_level"] = "Restricted", ["reason"] = "new" })).ShouldBeOk();

        (await ProfileAsync()).TrustLevel.ShouldBe("restricted");
        (await First.AdminAsync("PUT", $"{Path}/trust", new() { ["trust_level"] = "blind" })).ShouldBeRefused(422, ErrorCodes.Validation);
    }

    private static async Task RegisterModelAsync(Tenant tenant) =>
        (await tenant.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "m", ["model_name"] = "M" })).Status.ShouldBe(201);

    private async Task<AgentProfile> ProfileAsync() =>
        await Server.Store.ReadAsync(session => AgentProfiles.FindAsync(session, 1, "agent-1"), AscendServer.Cancellation);
}
