using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trellis.Ascend;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Actions;

/// <summary>The whole story of one action.</summary>
public sealed class ActionTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task It_tells_the_decision_the_risk_the_request_and_the_records()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync($"/actions/{asked.ActionId}");

        var text = await Page.GetByRole(AriaRole.Main).InnerTextAsync();
        text.ShouldContain("payment.refund on order 4711");
        text.ShouldContain("Environment");
        text.ShouldContain("CVSS:3.1/");
        text.ShouldContain("NIST 800-53");
        text.ShouldContain("goes through");
        text.ShouldContain("\"amount\": 250");
        text.ShouldContain("agent action submitted");
        text.ShouldContain("submitted");
        await PhotographAsync("action");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await PhotographAsync("action-dark");
        await ShouldFitAPhoneAsync("action");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_leads_to_its_approval_and_tells_by_itself_what_became_of_it()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync($"/actions/{asked.ActionId}");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Waits for a person" }).WaitForAsync();

        await Server.AscendAdministrator.Approvals.ApproveAsync(asked.ActionId, "The customer is right.", Cancellation);

        await Page.GetByText("The customer is right.").WaitForAsync();
        await Server.Ascend.LogActionCompletedAsync(asked.ActionId, cancellationToken: Cancellation);
        await Page.Locator("#action-head").GetByText("completed").WaitForAsync();
        (await Page.Locator("#action-records").InnerTextAsync()).ShouldContain("agent action completed");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Was for a person to decide" }).ClickAsync();
        await Page.WaitForURLAsync($"**/approvals/{asked.ApprovalRequestId}");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_names_the_policies_that_concern_it()
    {
        await Server.AscendAdministrator.RequestAsync(
            HttpMethod.Post,
            "/api/governance/policies",
            new JsonObject
            {
                ["policy_name"] = "No refunds", ["policy_action"] = "block", ["conditions"] = new JsonObject { ["action_type"] = "payment.refund" },
            },
            cancellationToken: Cancellation);
        var asked = await Server.AskForRefundAsync();
        await GoAsync($"/actions/{asked.ActionId}");

        await Page.GetByRole(AriaRole.Link, new() { Name = "No refunds" }).WaitForAsync();
        (await Page.Locator("#action-head").InnerTextAsync()).ShouldContain("denied");
        (await Page.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("Violations");
    }

    [Fact]
    public async Task It_names_what_the_checks_have_found()
    {
        var asked = await Server.Ascend.EvaluateActionAsync(
            new AgentAction { ActionType = "execute_command", Resource = "build machine", Parameters = new JsonObject { ["command"] = "rm -rf / --no-preserve-root" } },
            waitForDecision: false,
            cancellationToken: Cancellation);
        await GoAsync($"/actions/{asked.ActionId}");

        (await Page.Locator("#action-checks").GetByText("blocked", new() { Exact = true }).InnerTextAsync()).ShouldBe("blocked");
    }

    [Theory]
    [InlineData("/actions/999999")]
    [InlineData("/actions/none")]
    public async Task An_action_that_does_not_exist_is_told_in_words(string path)
    {
        var answer = await GoAsync(path);

        answer!.Status.ShouldBe(404);
        await Page.GetByText("There is no such action").First.WaitForAsync();
    }

    protected override async Task PrepareAsync() => await Server.WithAgentAsync();
}
