using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.KillSwitches;

public sealed class KillSwitchTests : ServerTest
{
    private const string Status = "/api/sdk/kill-switch/status";
    private const string Trigger = "/api/billing/kill-switch/1/trigger";
    private const string Release = "/api/billing/kill-switch/1/release";

    private static JsonObject Because(string reason = "something is badly wrong") => new() { ["reason"] = reason };

    [Fact]
    public async Task At_first_nothing_is_stopped()
    {
        var json = (await First.GetAsync(Status)).ShouldBeOk().Json;

        json["active"]!.GetValue<bool>().ShouldBeFalse();
        json["is_active"]!.GetValue<bool>().ShouldBeFalse();
        json["reason"].ShouldBeNull();
    }

    [Fact]
    public async Task Triggering_stops_the_organisation_and_releasing_lets_it_go_on()
    {
        var triggered = (await First.PostAsync(Trigger, Because())).ShouldBeOk().Json;
        triggered["success"]!.GetValue<bool>().ShouldBeTrue();
        triggered["organization_id"]!.GetValue<int>().ShouldBe(1);
        triggered["active"]!.GetValue<bool>().ShouldBeTrue();

        var status = (await First.GetAsync(Status)).Json;
        status["active"]!.GetValue<bool>().ShouldBeTrue();
        status["reason"]!.GetValue<string>().ShouldBe("something is badly wrong");
        status["activated_at"].ShouldNotBeNull();
        (await StateAsync()).KillSwitch!.Reason.ShouldBe("something is badly wrong");

        (await First.AdminAsync("POST", Release, Because("all is well again"))).ShouldBeOk().Json["active"]!.GetValue<bool>().ShouldBeFalse();
        (await First.GetAsync(Status)).Json["active"]!.GetValue<bool>().ShouldBeFalse();
        (await StateAsync()).KillSwitch.ShouldBeNull();
    }

    [Fact]
    public async Task Who_triggered_first_and_why_stays()
    {
        await First.PostAsync(Trigger, Because("the first reason"));

        (await First.AdminAsync("POST", Trigger, Because("another reason")))
            .ShouldBeOk().Json["reason"]!.GetValue<string>().ShouldBe("the first reason");
    }

    [Fact]
    public async Task An_agent_does_not_release_itself()
    {
        await First.PostAsync(Trigger, Because());

        (await First.PostAsync(Release, Because())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("")]
    public async Task The_reason_has_ten_characters_at_least(string reason) =>
        (await First.PostAsync(Trigger, Because(reason))).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("reason").ShouldBeTrue();

    [Fact]
    public async Task Another_organisation_s_switch_is_not_there()
    {
        var other = await Server.OtherTenantAsync();

        (await First.AdminAsync("POST", $"/api/billing/kill-switch/{other.OrganisationId}/trigger", Because()))
            .ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.PostAsync(Trigger, Because())).ShouldBeOk();
        (await other.GetAsync(Status)).Json["active"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task<GovernanceState> StateAsync() =>
        await Server.Store.ReadAsync(session => new GovernanceCache().LoadAsync(session, 1), AscendServer.Cancellation);
}
