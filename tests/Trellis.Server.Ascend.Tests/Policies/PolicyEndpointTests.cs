using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;
using static Trellis.Server.Ascend.Tests.Policies.PolicyRequests;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class PolicyEndpointTests : ServerTest
{
    [Fact]
    public async Task A_policy_comes_back_as_it_was_sent()
    {
        var body = Body(conditions: new() { ["action_type"] = new JsonArray("a", "b"), ["amount_above"] = 10.5, ["resource"] = "größe/*" });
        body["priority"] = 7;
        body["action_params"] = new JsonObject { ["approvers"] = new JsonArray("ann"), ["ticket"] = "T-1" };

        var created = await First.AdminAsync("POST", Route, body);

        created.Status.ShouldBe(201);
        var read = (await First.GetAsync($"{Route}/{created.Json["id"]}")).ShouldBeOk().Json;
        foreach (var (name, value) in body)
            JsonNode.DeepEquals(read[name], value).ShouldBeTrue($"{name}: {read[name]}");
        read["effect"]!.GetValue<string>().ShouldBe("DENY");
        read["organization_id"]!.GetValue<long>().ShouldBe(1);
        read["is_active"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/governance/policies")]
    [InlineData("/api/policies")]
    public async Task Policies_are_listed_under_both_paths(string path)
    {
        await First.PolicyAsync(Body("one"));
        await First.PolicyAsync(Body("two"));

        var list = (await First.GetAsync($"{path}?limit=1&offset=1")).ShouldBeOk().Json;

        list["total"]!.GetValue<int>().ShouldBe(2);
        list["policies"]!.AsArray().ShouldHaveSingleItem()!["policy_name"]!.GetValue<string>().ShouldBe("two");
    }

    [Fact]
    public async Task A_change_holds_from_the_next_decision_on()
    {
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("approved");

        var id = await First.PolicyAsync();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("denied");
        (await First.SubmitAsync("file.read")).Status().ShouldBe("approved");

        (await First.AdminAsync("PUT", $"{Route}/{id}", Body(action: "require_approval"))).ShouldBeOk();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("pending_approval");

        (await First.AdminAsync("POST", $"{Route}/{id}/deactivate")).ShouldBeOk().Json["is_active"]!.GetValue<bool>().ShouldBeFalse();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("approved");

        (await First.AdminAsync("POST", $"{Route}/{id}/activate")).ShouldBeOk();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("pending_approval");

        (await First.AdminAsync("DELETE", $"{Route}/{id}")).ShouldBeOk().Json["success"]!.GetValue<bool>().ShouldBeTrue();
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("approved");
    }

    [Fact]
    public async Task A_denial_names_the_policy()
    {
        await First.PolicyAsync();

        var denied = (await First.SubmitAsync("file.delete")).ShouldBeOk().Json;

        denied["policy_violations"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("No deletes");
        denied["matched_policies"]!.GetValue<int>().ShouldBe(1);
        denied["policy_decision"]!.GetValue<string>().ShouldBe("block");
        denied["enforcement_decision_source"]!.GetValue<string>().ShouldBe("policy");
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail()
    {
        var id = await First.PolicyAsync();
        await First.AdminAsync("PUT", $"{Route}/{id}", Body());
        await First.AdminAsync("POST", $"{Route}/{id}/deactivate");
        await First.AdminAsync("DELETE", $"{Route}/{id}");

        (await Server.EventTypesAsync("policy_")).ShouldBe(["policy_created", "policy_updated", "policy_updated", "policy_deleted"]);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_nothing_is_kept()
    {
        var refused = await First.AdminAsync("POST", Route, Body(action: "explode", conditions: new() { ["wether"] = "rain" }));

        refused.ShouldBeRefused(422, ErrorCodes.Validation).Errors.Select(error => error.Key).ShouldBe(["policy_action", "conditions.wether"]);
        (await First.GetAsync(Route)).Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "/9")]
    [InlineData("PUT", "/9")]
    [InlineData("DELETE", "/9")]
    [InlineData("POST", "/9/activate")]
    [InlineData("GET", "/nine")]
    [InlineData("DELETE", "/-1")]
    public async Task A_policy_that_is_not_there_answers_404(string method, string path) =>
        (await First.AdminAsync(method, Route + path, method == "PUT" ? Body() : null)).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Theory]
    [InlineData("POST", "")]
    [InlineData("PUT", "/1")]
    [InlineData("DELETE", "/1")]
    [InlineData("POST", "/1/activate")]
    [InlineData("POST", "/1/deactivate")]
    public async Task An_agents_key_changes_nothing(string method, string path)
    {
        await First.PolicyAsync();

        (await Server.SendAsync(method, Route + path, First.Key, method == "DELETE" ? null : Body()))
            .ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Fact]
    public async Task Who_only_looks_changes_nothing()
    {
        var token = await First.PersonAsync("eve", CallerRole.User);

        (await Server.SendAsync("POST", Route, token, Body())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
        (await Server.SendAsync("GET", Route, token)).ShouldBeOk();
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/activate")]
    [InlineData("POST", "/deactivate")]
    public async Task Another_organisations_policy_does_not_exist(string method, string path)
    {
        var id = await First.PolicyAsync();
        var other = await Server.OtherTenantAsync();

        (await other.AdminAsync(method, $"{Route}/{id}{path}", method == "PUT" ? Body() : null)).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.SubmitAsync("file.delete")).Status().ShouldBe("denied");
        (await other.SubmitAsync("file.delete")).Status().ShouldBe("approved");
    }

    [Fact]
    public async Task Conflicts_are_listed()
    {
        await First.PolicyAsync(Body("allow", "allow"));
        await First.PolicyAsync(Body("block"));

        var conflicts = (await First.GetAsync($"{Route}/conflicts")).ShouldBeOk().Json;

        conflicts["conflicts"]!.AsArray().Select(conflict => conflict!["type"]!.GetValue<string>())
            .ShouldBe(["PRIORITY_TIE", "EFFECT_CONTRADICTION", "CONDITION_AMBIGUITY"]);
    }
}
