using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using static Trellis.Server.Ascend.Tests.Policies.PolicyRequests;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class WhatIfTests : ServerTest
{
    [Theory]
    [InlineData("/api/governance/policies/evaluate-realtime")]
    [InlineData("/api/governance/policies/evaluate")]
    [InlineData("/api/policies/evaluate")]
    public async Task The_policies_that_match_are_a_list(string path)
    {
        var id = await First.PolicyAsync();

        var answer = (await First.PostAsync(path, Action("file.delete"))).ShouldBeOk().Json;

        answer["decision"]!.GetValue<string>().ShouldBe("DENY");
        answer["matched_policies"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<long>().ShouldBe(id);
        answer["violations"]!.AsArray().ShouldHaveSingleItem();
        answer["risk_score"]!.GetValue<int>().ShouldBeInRange(1, 100);
        answer["evaluation_time_ms"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData(60, "ALLOW")]
    [InlineData(80.4, "ALLOW")]
    [InlineData(80.5, "REQUIRE_APPROVAL")]
    public async Task A_what_if_may_carry_a_score(double score, string decision)
    {
        await First.PolicyAsync(Body(action: "require_approval", conditions: new() { ["risk_above"] = 80 }));

        var answer = await First.PostAsync($"{Route}/evaluate-realtime", Action(more: new() { ["risk_score"] = score }));

        answer.ShouldBeOk().Json["decision"]!.GetValue<string>().ShouldBe(decision);
    }

    [Fact]
    public async Task With_no_policy_everything_is_allowed_whatever_its_risk() =>
        (await First.PostAsync($"{Route}/evaluate-realtime", Action(more: new() { ["risk_score"] = 100 })))
            .ShouldBeOk().Json["decision"]!.GetValue<string>().ShouldBe("ALLOW");

    [Theory]
    [InlineData("risk_score", 101)]
    [InlineData("risk_score", -1)]
    [InlineData("action_type", null)]
    [InlineData("resource", null)]
    public async Task A_what_if_that_makes_no_sense_is_refused(string member, int? value)
    {
        var body = Action();
        body[member] = value;

        (await First.PostAsync($"{Route}/evaluate-realtime", body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();
    }

    [Fact]
    public async Task A_smart_rule_counts_too()
    {
        await First.AdminAsync("POST", "/api/smart-rules", new() { ["name"] = "R", ["condition"] = "amount > 10", ["action"] = "block" });

        var answer = await First.PostAsync(
            $"{Route}/evaluate-realtime", Action(more: new() { ["action_details"] = new JsonObject { ["amount"] = 11 } }));

        answer.ShouldBeOk().Json["decision"]!.GetValue<string>().ShouldBe("DENY");
        answer.Json["matched_smart_rules"]!.AsArray().ShouldHaveSingleItem();
    }

    private static JsonObject Action(string type = "file.read", JsonObject? more = null)
    {
        var action = new JsonObject { ["action_type"] = type, ["resource"] = "s3" };
        foreach (var (name, value) in more ?? [])
            action[name] = value?.DeepClone();
        return action;
    }
}
