using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using static Trellis.Server.Ascend.Tests.Policies.PolicyRequests;

namespace Trellis.Server.Ascend.Tests.Policies;

/// <summary>Trying a policy that is not saved against what has happened.</summary>
public sealed class PolicyTrialTests : ServerTest
{
    [Fact]
    public async Task It_tells_which_decisions_would_be_others_and_saves_nothing()
    {
        var read = await First.SubmittedAsync(Submissions.Harmless());
        var deletion = await First.SubmittedAsync(Submissions.Body("file.delete", "s3", more: new() { ["context"] = new JsonObject { ["environment"] = "dev" } }));

        var answer = await TryAsync(Body());

        answer["evaluated"]!.GetValue<int>().ShouldBe(2);
        answer["changed"]!.GetValue<int>().ShouldBe(1);
        answer["matched"]!.GetValue<int>().ShouldBe(1);
        var (first, second) = (answer["actions"]![0]!, answer["actions"]![1]!);
        first["action_id"]!.GetValue<long>().ShouldBe(deletion);
        first["before"]!["status"]!.GetValue<string>().ShouldNotBe("denied");
        first["after"]!["status"]!.GetValue<string>().ShouldBe("denied");
        first["after"]!["enforcement_decision_source"]!.GetValue<string>().ShouldBe("policy");
        second["action_id"]!.GetValue<long>().ShouldBe(read);
        second["changes"]!.GetValue<bool>().ShouldBeFalse();
        (await First.GetAsync(Route)).Json["total"]!.GetValue<int>().ShouldBe(0);
        (await First.GetAsync("/api/agent-activity")).Json["total"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task It_stands_in_the_place_of_the_policy_that_is_edited()
    {
        await First.SubmittedAsync(Submissions.Body("file.delete", "s3"));
        var id = await First.PolicyAsync();

        var answer = await TryAsync(Body(conditions: new() { ["action_type"] = "*.purge" }), id);

        var action = answer["actions"]!.AsArray().ShouldHaveSingleItem()!;
        action["before"]!["status"]!.GetValue<string>().ShouldBe("denied");
        action["after"]!["status"]!.GetValue<string>().ShouldNotBe("denied");
        action["matches"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task It_looks_at_no_more_actions_than_it_is_told()
    {
        await First.SubmittedAsync(Submissions.Harmless());
        await First.SubmittedAsync(Submissions.Harmless());

        (await TryAsync(Body(), limit: 1))["evaluated"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_policy_that_makes_no_sense_is_refused_in_the_words_that_saving_it_would_get()
    {
        var policy = Body(conditions: new() { ["colour"] = "red" });

        var tried = (await First.PostAsync($"{Route}/try", new() { ["policy"] = policy.DeepClone() })).ShouldBeRefused(422, ErrorCodes.Validation);
        var saved = (await First.AdminAsync("POST", Route, policy)).ShouldBeRefused(422, ErrorCodes.Validation);

        JsonNode.DeepEquals(tried.Errors, saved.Errors).ShouldBeTrue(tried.Text);
        (await First.PostAsync($"{Route}/try", [])).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("policy").ShouldBeTrue();
    }

    [Fact]
    public async Task Neither_the_policies_nor_the_actions_of_another_organisation_take_part()
    {
        var other = await Tenant.CreateAsync(Server);
        var id = await other.PolicyAsync();
        await other.SubmittedAsync(Submissions.Body("file.delete", "s3"));

        (await First.PostAsync($"{Route}/try", new() { ["policy"] = Body(), ["policy_id"] = id })).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await TryAsync(Body()))["evaluated"]!.GetValue<int>().ShouldBe(0);
    }

    private async Task<JsonNode> TryAsync(JsonObject policy, long? id = null, int? limit = null)
    {
        var body = new JsonObject { ["policy"] = policy };
        if (id is not null)
            body["policy_id"] = id;
        if (limit is not null)
            body["limit"] = limit;
        return (await First.PostAsync($"{Route}/try", body)).ShouldBeOk().Json;
    }
}
