using Microsoft.Playwright;
using Trellis.Ascend;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Actions;

/// <summary>Finding actions.</summary>
public sealed class ActionListTests(Chromium chromium) : ConsoleTest(chromium)
{
    private ILocator Rows => Page.Locator("#actions tbody tr");

    [Fact]
    public async Task Without_actions_the_page_says_what_would_fill_it()
    {
        await GoAsync("/actions");

        await Page.GetByText("No agent has asked for anything yet.").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_action_comes_first_and_new_ones_appear_by_themselves()
    {
        await Server.AskForRefundAsync();
        await Server.ReadAsync("docs");
        await GoAsync("/actions");

        (await Rows.First.InnerTextAsync()).ShouldContain("docs");
        (await Rows.Nth(1).InnerTextAsync()).ShouldContain("order 4711");
        await PhotographAsync("actions");

        await Server.ReadAsync("manuals");
        await Rows.First.GetByText("manuals").WaitForAsync();
        (await Page.Locator("#action-count").InnerTextAsync()).ShouldBe("3 actions");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_reads_the_list_keeps_their_place_while_it_changes()
    {
        await Page.SetViewportSizeAsync(360, 740);
        await Server.ReadAsync("docs");
        await GoAsync("/actions");
        await Rows.GetByRole(AriaRole.Link).FocusAsync();
        await Page.Locator("#actions").EvaluateAsync("list => list.scrollLeft = 40");

        await Server.ReadAsync("manuals");
        await Rows.First.GetByText("manuals").WaitForAsync();

        (await Page.EvaluateAsync<string>("() => document.activeElement.closest('tr')?.innerText ?? ''")).ShouldContain("docs");
        (await Page.Locator("#actions").EvaluateAsync<int>("list => list.scrollLeft")).ShouldBe(40);
    }

    [Fact]
    public async Task Searching_takes_text_status_risk_and_agent()
    {
        await Server.AskForRefundAsync();
        await Server.ReadAsync("docs");
        await GoAsync("/actions");

        await Page.GetByLabel("Search").FillAsync("REFUND");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Page.GetByText("1 action", new() { Exact = true }).WaitForAsync();
        (await Rows.InnerTextAsync()).ShouldContain("order 4711");

        await Page.GetByLabel("Search").FillAsync("");
        await Page.GetByLabel("Status").SelectOptionAsync("pending_approval");
        await Page.GetByLabel("Risk").SelectOptionAsync("critical");
        await Page.GetByLabel("Agent").FillAsync("test-agent");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Page.WaitForURLAsync("**status=pending_approval**");
        (await Rows.CountAsync()).ShouldBe(1);

        await GoAsync("/actions?level=low&status=denied");
        await Page.GetByText("No action is like that.").WaitForAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Rows.Nth(1).WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_a_page_is_turned_and_the_search_goes_along()
    {
        for (var number = 0; number < 51; number++)
            await Server.ReadAsync($"docs {number}");
        await GoAsync("/actions?search=docs");

        (await Rows.CountAsync()).ShouldBe(50);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Newer" }).WaitForAsync();
        (await Rows.InnerTextAsync()).ShouldContain("docs 0");
        Page.Url.ShouldContain("search=docs");
    }

    protected override async Task PrepareAsync() => await Server.WithAgentAsync();
}
