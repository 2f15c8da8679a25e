using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trellis.Ascend;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Approvals;

/// <summary>Deciding what agents have asked for.</summary>
public sealed class InboxTests(Chromium chromium) : ConsoleTest(chromium)
{
    private ILocator Waiting => Page.GetByRole(AriaRole.Article);

    [Fact]
    public async Task What_waits_shows_who_wants_to_do_what_and_how_risky_it_is()
    {
        await Server.AskForRefundAsync();

        await GoAsync("/approvals");

        var text = await Waiting.InnerTextAsync();
        text.ShouldContain("payment.refund on order 4711");
        text.ShouldContain("test-agent");
        text.ShouldContain("critical");
        await PhotographAsync("approvals");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_agent_asks_appears_without_a_reload_and_goes_when_somebody_else_decides()
    {
        await GoAsync("/approvals");
        await Page.GetByText("Nothing waits for you.").WaitForAsync();

        var asked = await Server.AskForRefundAsync();
        await Waiting.WaitForAsync();
        (await Page.Locator("#pending-count").InnerTextAsync()).ShouldStartWith("1");

        await Server.AscendAdministrator.Approvals.ApproveAsync(asked.ActionId, "fine", Cancellation);
        await Page.GetByText("Nothing waits for you.").WaitForAsync();
    }

    [Fact]
    public async Task Approving_lets_the_agent_act()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync("/approvals");

        await Page.GetByLabel("Reason").FillAsync("The customer is right.");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Approve") }).ClickAsync();

        (await Page.GetByRole(AriaRole.Status).First.InnerTextAsync()).ShouldContain("approved");
        var decided = await Server.Ascend.GetActionStatusAsync(asked.ActionId, Cancellation);
        decided.Decision.ShouldBe(Decision.Allowed);
        decided.Comments.ShouldBe("The customer is right.");
        decided.ApprovedBy.ShouldBe("admin");
    }

    [Fact]
    public async Task Rejecting_takes_a_reason_which_the_agent_is_told()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync("/approvals");

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Reject") }).ClickAsync();
        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("Say why");

        await Page.GetByLabel("Reason").FillAsync("Paid twice already.");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Reject") }).ClickAsync();

        await Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        var decided = await Server.Ascend.GetActionStatusAsync(asked.ActionId, Cancellation);
        decided.Decision.ShouldBe(Decision.Denied);
        decided.Reason!.ShouldContain("Paid twice already.");
    }

    [Fact]
    public async Task One_approval_shows_the_exact_action_its_risk_and_its_stages()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync($"/approvals/{asked.ApprovalRequestId}");

        var text = await Page.GetByRole(AriaRole.Main).InnerTextAsync();
        text.ShouldContain("\"amount\": 250");
        text.ShouldContain("NIST");
        text.ShouldContain("manager");
        await PhotographAsync("approval");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_about_something_else_than_was_shown_is_refused()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync("/approvals");

        await Page.Locator("input[name=digest]").EvaluateAsync(
            $"field => {{ field.value = '{new string('0', 64)}'; field.form.querySelector('[value=approve]').click(); }}");

        await Page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await Server.Ascend.GetActionStatusAsync(asked.ActionId, Cancellation)).Decision.ShouldBe(Decision.Pending);
    }

    [Fact]
    public async Task The_inbox_works_by_keyboard_alone()
    {
        var asked = await Server.AskForRefundAsync();
        await GoAsync("/approvals");

        await Page.GetByLabel("Reason").FocusAsync();
        await Page.Keyboard.TypeAsync("By keyboard.");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");

        await Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        (await Server.Ascend.GetActionStatusAsync(asked.ActionId, Cancellation)).Decision.ShouldBe(Decision.Allowed);
    }

    [Fact]
    public async Task A_text_of_an_agent_is_shown_and_never_run()
    {
        await Server.AskForRefundAsync("<img src=x onerror=alert(1)>");

        await GoAsync("/approvals");

        (await Waiting.InnerTextAsync()).ShouldContain("<img src=x onerror=alert(1)>");
        (await Page.Locator("main img").CountAsync()).ShouldBe(0);
    }

    protected override async Task PrepareAsync() => await Server.WithAgentAsync();
}
