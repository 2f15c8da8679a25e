using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Look;

/// <summary>At the width of a phone.</summary>
public sealed class PhoneTests(Chromium chromium) : ConsoleTest(chromium)
{
    public static TheoryData<string> Paths => [.. Pages.All];

    protected override BrowserNewContextOptions Window => new() { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, HasTouch = true };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_is_wider_than_the_screen(string path)
    {
        await GoAsync(path);

        var excess = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        excess.ShouldBe(0);
        await PhotographAsync($"{Pages.NameOf(path)}-phone");
    }

    [Fact]
    public async Task The_menu_opens_at_a_touch()
    {
        await GoAsync("");
        (await Page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).IsVisibleAsync()).ShouldBeFalse();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).TapAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).TapAsync();

        await Page.GetByRole(AriaRole.Heading, new() { Name = "Settings" }).WaitForAsync();
    }

    protected override async Task PrepareAsync() => await (await Server.WithAgentAsync()).AskForRefundAsync();
}
