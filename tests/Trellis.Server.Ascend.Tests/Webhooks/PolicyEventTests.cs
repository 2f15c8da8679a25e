using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Webhooks;

/// <summary>What is told of policies (contract, section 5.1).</summary>
public sealed class PolicyEventTests : WebhookTest
{
    private const string Policies = "/api/governance/policies";

    [Fact]
    public async Task A_policy_is_told_of_when_it_is_made_changed_and_removed()
    {
        await CreateAsync("policy.created", "policy.updated", "policy.deleted");

        var id = await PolicyAsync();
        await ShouldHearAsync("policy.created", id, isActive: true);
        (await First.AdminAsync("PUT", $"{Policies}/{id}", Policy("file.write"))).ShouldBeOk();
        (await ShouldHearAsync("policy.updated", id, isActive: true))["conditions"]!["action_type"]!.ToString().ShouldContain("file.write");
        (await First.AdminAsync("POST", $"{Policies}/{id}/deactivate")).ShouldBeOk();
        await ShouldHearAsync("policy.updated", id, isActive: false);
        (await First.AdminAsync("DELETE", $"{Policies}/{id}")).ShouldBeOk();
        await ShouldHearAsync("policy.deleted", id, isActive: false);
    }

    [Fact]
    public async Task Who_asks_for_one_of_the_events_hears_of_no_other()
    {
        await CreateAsync("policy.deleted");

        var id = await PolicyAsync();
        (await First.AdminAsync("DELETE", $"{Policies}/{id}")).ShouldBeOk();

        await ShouldHearAsync("policy.deleted", id, isActive: true);
        Receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_that_is_refused_is_not_told()
    {
        await CreateAsync("policy.created", "policy.updated", "policy.deleted");

        (await First.AdminAsync("POST", Policies, new() { ["policy_name"] = "P", ["policy_action"] = "explode" })).Status.ShouldBe(422);
        (await First.AdminAsync("DELETE", $"{Policies}/77")).Status.ShouldBe(404);

        var id = await PolicyAsync();
        await ShouldHearAsync("policy.created", id, isActive: true);
    }

    [Fact]
    public async Task A_policy_of_another_organisation_is_not_told()
    {
        await CreateAsync("policy.created");
        var other = await Server.OtherTenantAsync();

        (await other.AdminAsync("POST", Policies, Policy("file.delete"))).Status.ShouldBe(201);
        var id = await PolicyAsync();

        (await ShouldHearAsync("policy.created", id, isActive: true))["organization_id"]!.GetValue<int>().ShouldBe(1);
        Receiver.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData("policy.created")]
    [InlineData("policy.updated")]
    [InlineData("policy.deleted")]
    [InlineData("policy.violated")]
    public async Task The_SDKs_do_not_know_these_events(string name)
    {
        (await First.PostAsync($"{Webhooks}/configure", SdkBody(name))).Status.ShouldBe(422);
        (await First.AdminAsync("GET", $"{Webhooks}/events")).Text.ShouldContain(name);
    }

    [Theory]
    [InlineData("policy.violation")]
    [InlineData("policy.violated")]
    public async Task A_violation_is_told_by_both_of_its_names(string name)
    {
        await PolicyAsync();
        await CreateAsync(name);

        var denied = await SubmitAsync(Action("file.delete"));

        denied["status"]!.GetValue<string>().ShouldBe("denied");
        var body = (await NextAsync()).Body;
        body["event"]!.GetValue<string>().ShouldBe(name);
        body["data"]!["action_id"]!.ToString().ShouldBe(denied["action_id"]!.ToString());
        body["data"]!["policy_violations"]!.AsArray().ShouldNotBeEmpty();
    }

    private static JsonObject Policy(string actionType) => new()
    {
        ["policy_name"] = "P",
        ["policy_action"] = "block",
        ["conditions"] = new JsonObject { ["action_type"] = actionType },
    };

    private async Task<long> PolicyAsync()
    {
        var made = await First.AdminAsync("POST", Policies, Policy("file.delete"));
        made.Status.ShouldBe(201, made.Text);
        return made.Json["id"]!.GetValue<long>();
    }

    private async Task<JsonNode> ShouldHearAsync(string name, long id, bool isActive)
    {
        var (received, body) = await NextAsync();
        received.Headers["X-ASCEND-Event-Type"].ShouldBe(name);
        body["event"]!.GetValue<string>().ShouldBe(name);
        var data = body["data"]!;
        data["id"]!.GetValue<long>().ShouldBe(id);
        data["policy_name"]!.GetValue<string>().ShouldBe("P");
        data["is_active"]!.GetValue<bool>().ShouldBe(isActive);
        return data;
    }
}
