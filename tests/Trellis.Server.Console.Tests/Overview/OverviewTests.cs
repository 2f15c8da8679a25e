using Microsoft.Playwright;
using Trellis.Askii;
using Trellis.Server.Console.Tests.Support;
using Trellis.Testing;

namespace Trellis.Server.Console.Tests.Overview;

/// <summary>The first page.</summary>
public sealed class OverviewTests(Chromium chromium) : ConsoleTest(chromium)
{
    protected override TestServerOptions Options => new() { Start = new DateTimeOffset(2026, 3, 2, 14, 20, 0, TimeSpan.Zero) };

    [Fact]
    public async Task An_empty_server_says_how_to_connect_an_agent()
    {
        await GoAsync("");

        await Page.GetByText("No agent has asked for anything yet.").WaitForAsync();
        await PhotographAsync("overview-empty");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_decisions_of_the_day_are_counted_by_the_hour_and_what_ended_yesterday_is_not()
    {
        await Page.GotoAsync("about:blank");
        await Server.WithAgentAsync();
        await Server.AskForRefundAsync("an order of yesterday");
        Server.Clock.Advance(TimeSpan.FromHours(25));
        await Server.AskForRefundAsync("order 1");
        Server.Clock.Advance(TimeSpan.FromHours(3));
        await Server.AskForRefundAsync("order 2");
        await Server.AskForRefundAsync("order 3");
        await SignInAsync();

        (await Tile("Decisions in the last day").InnerTextAsync()).ShouldBe("3");
        (await Page.Locator("#decision-chart title").AllTextContentsAsync()).Where(static text => !text.Contains("Waited for a person 0"))
            .ShouldBe(["15:00: Allowed 0, Waited for a person 1, Denied 0", "18:00: Allowed 0, Waited for a person 2, Denied 0"]);
        await PhotographAsync("overview-day");
    }

    [Fact]
    public async Task What_happens_now_appears_without_a_reload()
    {
        await Server.WithAgentAsync();
        await GoAsync("");
        (await Tile("Decisions in the last day").InnerTextAsync()).ShouldBe("0");

        await Server.AskForRefundAsync();

        await Page.Locator("#tiles").GetByText("1", new() { Exact = true }).First.WaitForAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "payment.refund" }).WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_chats_have_cost_is_summed_up()
    {
        var key = await Server.Askii.Keys.ProvisionAsync(new ProvisionKeyRequest { KeyAlias = "chat" }, Cancellation);
        using var http = Server.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key.ApiKey.Reveal());
        var words = string.Join(' ', Enumerable.Repeat("word", 2000));
        using var body = new StringContent(
            $$"""{"model":"trellis-echo","messages":[{"role":"user","content":"{{words}}"}]}""", null, "application/json");
        (await http.PostAsync("/v1/chat/completions", body, Cancellation)).EnsureSuccessStatusCode();

        await GoAsync("");

        (await Tile("Spend in the last day").InnerTextAsync()).ShouldBe("$0.0060");
    }

    private ILocator Tile(string name) => Page.Locator("#tiles a", new() { HasText = name }).Locator(".figure");
}
