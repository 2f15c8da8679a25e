using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Policies;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Settings;

public sealed class SettingsTests : ServerTest
{
    private const string Path = "/api/governance/settings";

    [Fact]
    public async Task The_defaults_are_those_of_the_published_order()
    {
        var settings = (await First.GetAsync(Path)).ShouldBeOk().Json;

        settings["resolution_strategy"]!.GetValue<string>().ShouldBe("MOST_RESTRICTIVE");
        settings["above_max"]!.GetValue<string>().ShouldBe("approve");
        settings["between_thresholds"]!.GetValue<string>().ShouldBe("allow");
        settings["risk_profile"]!.GetValue<string>().ShouldBe("hybrid");
        settings["require_active_agent"]!.GetValue<bool>().ShouldBeFalse();
        settings["shadow_thresholds"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_given_stays()
    {
        await SetAsync(new() { ["above_max"] = "deny", ["resolution_strategy"] = "FIRST_MATCH" });

        var settings = await SetAsync(new() { ["between_thresholds"] = "require_approval" });

        settings["above_max"]!.GetValue<string>().ShouldBe("deny");
        settings["resolution_strategy"]!.GetValue<string>().ShouldBe("FIRST_MATCH");
        settings["between_thresholds"]!.GetValue<string>().ShouldBe("require_approval");
    }

    [Fact]
    public async Task Above_the_maximum_actions_may_be_denied()
    {
        (await First.SubmitAsync(Submissions.Risky())).Status().ShouldBe("pending_approval");

        await SetAsync(new() { ["above_max"] = "deny" });

        (await First.SubmitAsync(Submissions.Risky())).Status().ShouldBe("denied");
    }

    [Fact]
    public async Task The_strategy_says_which_policy_decides()
    {
        await First.PolicyAsync(PolicyRequests.Body("block"));
        await First.PolicyAsync(PolicyRequests.Body("allow", "allow"));
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("denied");

        await SetAsync(new() { ["resolution_strategy"] = "MOST_PERMISSIVE" });

        (await First.SubmitAsync("file.delete")).Status().ShouldBe("approved");
    }

    [Fact]
    public async Task Shadow_thresholds_are_tried_out_and_given_up()
    {
        (await First.SubmitAsync(Submissions.Harmless())).Json["shadow_enforcement_decision"].ShouldBeNull();

        await SetAsync(new() { ["shadow_thresholds"] = new JsonObject { ["auto_approve_below"] = 0, ["max_risk_threshold"] = 1 } });
        var tried = (await First.SubmitAsync(Submissions.Harmless())).Json;
        tried["status"]!.GetValue<string>().ShouldBe("approved");
        tried["shadow_enforcement_decision"]!.GetValue<string>().ShouldBe("pending_approval");

        await SetAsync(new() { ["shadow_thresholds"] = null });
        (await First.SubmitAsync(Submissions.Harmless())).Json["shadow_enforcement_decision"].ShouldBeNull();
    }

    [Fact]
    public async Task Only_registered_and_active_agents_may_be_wanted()
    {
        await SetAsync(new() { ["require_active_agent"] = true });

        (await First.SubmitAsync(Submissions.Harmless())).Status().ShouldBe("denied");
    }

    [Theory]
    [InlineData("""{"above_max":"explode"}""", "above_max")]
    [InlineData("""{"require_active_agent":"yes"}""", "require_active_agent")]
    [InlineData("""{"strategy":"FIRST_MATCH"}""", "strategy")]
    [InlineData("""{"shadow_thresholds":{"auto_approve_below":90,"max_risk_threshold":10}}""", "shadow_thresholds.auto_approve_below")]
    public async Task What_is_wrong_is_told_by_field(string body, string field) =>
        (await Server.SendAsync("PUT", Path, First.AdminToken, body)).ShouldBeRefused(422, ErrorCodes.Validation)
            .Errors.ContainsKey(field).ShouldBeTrue();

    [Fact]
    public async Task An_agents_key_sets_nothing() =>
        (await First.PutAsync(Path, new() { ["above_max"] = "approve" })).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task Another_organisation_keeps_its_own_settings()
    {
        var other = await Server.OtherTenantAsync();

        await SetAsync(new() { ["above_max"] = "deny" });

        (await other.GetAsync(Path)).ShouldBeOk().Json["above_max"]!.GetValue<string>().ShouldBe("approve");
    }

    [Fact]
    public async Task A_change_is_in_the_audit_trail()
    {
        await SetAsync(new() { ["above_max"] = "deny" });

        (await Server.EventTypesAsync("governance_settings")).ShouldBe(["governance_settings_updated"]);
    }

    private async Task<JsonObject> SetAsync(JsonObject settings) => (await First.AdminAsync("PUT", Path, settings)).ShouldBeOk().Json;
}
