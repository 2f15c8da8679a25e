using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trellis.Ascend;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Policies;

/// <summary>Writing policies, and seeing what they would change.</summary>
public sealed class PolicyTests(Chromium chromium) : ConsoleTest(chromium)
{
    private const string NoReading = """{ "policy_name": "No reading", "policy_action": "block", "conditions": { "action_type": "*.read" } }""";

    private ILocator Text => Page.Locator("textarea[name=policy]");

    private ILocator Notice => Page.Locator(".notice.done");

    [Fact]
    public async Task Without_policies_the_page_says_what_decides()
    {
        await GoAsync("/policies");

        await Page.GetByText("There are no policies yet.").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_example_that_a_new_policy_begins_with_is_a_policy()
    {
        await GoAsync("/policies");
        await Page.GetByRole(AriaRole.Link, new() { Name = "New policy" }).ClickAsync();
        (await Text.InputValueAsync()).ShouldContain("// allow, block, require_approval or escalate.");
        await PhotographAsync("policy-new");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Notice.GetByText("counts from the next decision on").WaitForAsync();
        var saved = (await ListAsync()).ShouldHaveSingleItem()!;
        saved["policy_name"]!.GetValue<string>().ShouldBe("Large refunds at night");
        saved["conditions"]!["amount_above"]!.GetValue<int>().ShouldBe(1000);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trial_shows_which_decisions_would_change_and_saves_nothing()
    {
        await Server.ReadAsync("docs");
        await Server.AskForRefundAsync();
        await GoAsync("/policies/new");

        await Text.FillAsync(NoReading);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try against recent actions" }).ClickAsync();

        await Page.GetByText("1 of 2 decisions would change").WaitForAsync();
        var row = Page.Locator("tbody tr");
        (await row.CountAsync()).ShouldBe(1);
        var text = await row.InnerTextAsync();
        text.ShouldContain("docs");
        text.ShouldContain("approved");
        text.ShouldContain("denied");
        (await Text.InputValueAsync()).Trim().ShouldBe(NoReading);
        (await ListAsync()).ShouldBeEmpty();
        await PhotographAsync("policy-trial");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await PhotographAsync("policy-trial-dark");
        await ShouldFitAPhoneAsync("policy-trial");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Notice.WaitForAsync();
        (await Server.ReadAsync("docs")).Decision.ShouldBe(Decision.Denied);
        Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "policy_name": "Odd", "policy_action": "block", "conditions": { "colour": "red" } }""", "conditions.colour")]
    [InlineData("""{ "policy_name": "Odd", "policy_action": "explode" }""", "must be one of allow")]
    [InlineData("{\n\"policy_name\": oops }", "line 2")]
    [InlineData("[]", "begins with {")]
    public async Task What_is_refused_is_kept_and_told_in_words(string policy, string words)
    {
        await GoAsync("/policies/new");
        foreach (var button in new[] { "Save", "Try against recent actions" })
        {
            await Text.FillAsync(policy);
            var answer = await Page.RunAndWaitForResponseAsync(
                () => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync(), static response => response.Request.Method == "POST");

            answer.Status.ShouldBe(422);
            (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain(words);
            (await Text.InputValueAsync()).Trim().ShouldBe(policy);
        }

        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_is_edited_and_tried_in_the_place_of_itself()
    {
        var id = await AddAsync(NoReading);
        await Server.ReadAsync("docs");
        await GoAsync($"/policies/{id}");

        await Text.FillAsync((await Text.InputValueAsync()).Replace("*.read", "*.write"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try against recent actions" }).ClickAsync();
        await Page.GetByText("1 of 1 decisions would change").WaitForAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Notice.GetByText("“No reading” is saved").WaitForAsync();
        (await ListAsync()).ShouldHaveSingleItem()!["conditions"]!["action_type"]!.GetValue<string>().ShouldBe("*.write");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_is_disabled_enabled_and_deleted_after_a_question()
    {
        await AddAsync(NoReading);
        await GoAsync("/policies");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Disable No reading" }).ClickAsync();
        await Notice.GetByText("counts no more").WaitForAsync();
        (await ListAsync())[0]!["is_active"]!.GetValue<bool>().ShouldBeFalse();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Enable No reading" }).ClickAsync();
        await Notice.GetByText("counts from the next decision on").WaitForAsync();

        var question = AnswerQuestions();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Delete No reading" }).ClickAsync();
        await Page.GetByText("There are no policies yet.").WaitForAsync();
        (await question).ShouldContain("cannot be brought back");
        (await ListAsync()).ShouldBeEmpty();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Policies_that_are_at_odds_are_told()
    {
        await AddAsync(NoReading);
        await AddAsync("""{ "policy_name": "All reading", "policy_action": "allow", "conditions": { "action_type": "*.read" } }""");
        await GoAsync("/policies");

        (await Page.Locator("#conflicts").InnerTextAsync()).ShouldContain("No reading");
        (await Page.Locator("#policies tbody tr").CountAsync()).ShouldBe(2);
        await PhotographAsync("policies");
        await ShouldFitAPhoneAsync("policies");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_that_does_not_exist_is_told_in_words()
    {
        (await GoAsync("/policies/77"))!.Status.ShouldBe(404);

        await Page.GetByText("There is no such policy").First.WaitForAsync();
    }

    protected override async Task PrepareAsync() => await Server.WithAgentAsync();

    private async Task<JsonArray> ListAsync() => (await Server.AscendAdministrator.RequestAsync(
        HttpMethod.Get, "/api/governance/policies", cancellationToken: Cancellation))["policies"]!.AsArray();

    private async Task<long> AddAsync(string policy) => (await Server.AscendAdministrator.RequestAsync(
        HttpMethod.Post, "/api/governance/policies", (JsonObject)JsonNode.Parse(policy)!, cancellationToken: Cancellation))["id"]!.GetValue<long>();
}
