using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Keys;

/// <summary>The keys of ASCEND.</summary>
public sealed class AscendKeyTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task A_key_is_listed_with_what_it_was_used_for()
    {
        await Server.WithAgentAsync();
        await Server.ReadAsync("docs");
        await GoAsync("/keys");
        await Page.GetByRole(AriaRole.Link, new() { Name = "ASCEND" }).ClickAsync();

        var row = Page.Locator("#ascend-keys tbody tr").First;
        (await row.InnerTextAsync()).ShouldContain("active");
        (await row.Locator("td.number").InnerTextAsync()).ShouldBe("1");
        await PhotographAsync("keys-ascend");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_key_is_shown_once_works_and_is_revoked_after_a_question()
    {
        await GoAsync("/keys?platform=ascend");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("robot");
        await Page.GetByLabel("What it is for").FillAsync("The night shift");
        await Page.GetByLabel("Role").SelectOptionAsync("agent");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();

        var secret = await Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync();
        (await StatusWithAsync(secret)).ShouldBe(200);
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();
        await Page.GetByText("The night shift").WaitForAsync();
        (await Page.ContentAsync()).ShouldNotContain(secret);

        var question = AnswerQuestions();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Revoke robot" }).ClickAsync();

        await Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "robot" }).GetByText("revoked", new() { Exact = true }).WaitForAsync();
        (await question).ShouldContain("Revoke robot?");
        (await StatusWithAsync(secret)).ShouldBe(401);
        Complaints.ShouldBeEmpty();
    }

    private async Task<int> StatusWithAsync(string key)
    {
        using var http = Server.CreateHttpClient();
        http.DefaultRequestHeaders.Add("X-API-Key", key);
        using var answer = await http.GetAsync("/api/sdk/health", Cancellation);
        return (int)answer.StatusCode;
    }
}
