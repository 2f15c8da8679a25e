using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Policies;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.SmartRules;

public sealed class SmartRuleEndpointTests : ServerTest
{
    private const string Path = "/api/smart-rules";

    [Fact]
    public async Task A_smart_rule_decides_until_it_is_removed()
    {
        var created = await First.AdminAsync("POST", Path, Body());
        created.Status.ShouldBe(201, created.Text);
        var one = $"{Path}/{created.Json["id"]}";

        var denied = await First.SubmitAsync("file.delete");
        denied.Status().ShouldBe("denied");
        denied.Json["matched_smart_rules"]!.GetValue<int>().ShouldBe(1);
        denied.Json["enforcement_decision_source"]!.GetValue<string>().ShouldBe("smart_rule");

        (await First.AdminAsync("POST", $"{one}/deactivate")).ShouldBeOk();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("approved");
        (await First.AdminAsync("PUT", one, Body(action: "require_approval"))).ShouldBeOk();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("pending_approval");
        (await First.AdminAsync("DELETE", one)).ShouldBeOk();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("approved");
        (await First.GetAsync(one)).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task Smart_rules_are_listed()
    {
        await First.AdminAsync("POST", Path, Body());

        var list = (await First.GetAsync(Path)).ShouldBeOk().Json;

        list["total"]!.GetValue<int>().ShouldBe(1);
        list["smart_rules"]!.AsArray().ShouldHaveSingleItem()!["condition"]!.GetValue<string>().ShouldBe("action_type LIKE '%.delete'");
    }

    [Fact]
    public async Task A_condition_that_is_not_understood_is_refused_with_its_position() =>
        (await First.AdminAsync("POST", Path, Body("risk_score = 5"))).ShouldBeRefused(422, ErrorCodes.Validation)
            .Errors["condition"]!.GetValue<string>().ShouldBe("cannot be understood at character 12: Compare with '==', not with '='");

    [Theory]
    [InlineData("action", "explode")]
    [InlineData("name", " ")]
    [InlineData("risk_level", "minimal")]
    [InlineData("agent_type", "x")]
    public async Task What_is_wrong_is_told_by_field(string member, string value)
    {
        var body = Body();
        body[member] = value;

        (await First.AdminAsync("POST", Path, body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stored_rule_that_is_no_longer_understood_wants_a_person()
    {
        await First.AdminAsync("POST", Path, Body(action: "log"));
        await Server.Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"UPDATE ascend_rules SET document = REPLACE(document, 'LIKE', 'RESEMBLES')");
                await Ascend.Governance.GovernanceVersions.MarkRulesAsync(session, 1);
            },
            AscendServer.Cancellation);

        (await First.SubmitAsync("file.read")).Status().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task Another_organisations_rule_does_not_exist()
    {
        await First.AdminAsync("POST", Path, Body());
        var other = await Server.OtherTenantAsync();

        foreach (var (method, path) in ((string, string)[])[("GET", "/1"), ("PUT", "/1"), ("DELETE", "/1"), ("POST", "/1/activate")])
            (await other.AdminAsync(method, Path + path, method == "PUT" ? Body() : null)).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task An_agents_key_makes_no_rules() =>
        (await First.PostAsync(Path, Body())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task Every_change_is_in_the_audit_trail()
    {
        await First.AdminAsync("POST", Path, Body());
        await First.AdminAsync("DELETE", $"{Path}/1");

        (await Server.EventTypesAsync("smart_rule_")).ShouldBe(["smart_rule_created", "smart_rule_deleted"]);
    }

    [Fact]
    public async Task A_condition_can_be_tried()
    {
        var good = (await First.PostAsync($"{Path}/validate", new() { ["condition"] = "a==1 or (b=='x' and c>2)" })).ShouldBeOk().Json;
        var bad = (await First.PostAsync($"{Path}/validate", new() { ["condition"] = "a==1 or" })).ShouldBeOk().Json;

        good["valid"]!.GetValue<bool>().ShouldBeTrue();
        good["understood_as"]!.GetValue<string>().ShouldBe("a == 1 OR b == 'x' AND c > 2");
        bad["valid"]!.GetValue<bool>().ShouldBeFalse();
        bad["position"]!.GetValue<int>().ShouldBe(8);
    }

    private static JsonObject Body(string condition = "action_type LIKE '%.delete'", string action = "block") =>
        new() { ["name"] = "Deletions", ["condition"] = condition, ["action"] = action };
}
