using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Keys;

/// <summary>The keys of Aerostack's projects.</summary>
public sealed class ProjectKeyTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task A_new_key_is_shown_once_works_and_is_revoked_after_a_question()
    {
        await GoAsync("/keys?platform=aerostack");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("shop");
        await Page.GetByLabel("Kind").SelectOptionAsync("secret");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();

        var secret = await Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync();
        (await StatusWithAsync(secret)).ShouldBe(200);
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();
        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "shop" });
        await row.WaitForAsync();
        (await Page.ContentAsync()).ShouldNotContain(secret);
        await PhotographAsync("keys-aerostack");

        var question = AnswerQuestions();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Revoke shop" }).ClickAsync();

        await row.GetByText("revoked", new() { Exact = true }).WaitForAsync();
        (await question).ShouldContain("Revoke shop?");
        (await StatusWithAsync(secret)).ShouldBe(401);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_project_that_does_not_exist_is_told_in_words()
    {
        await GoAsync("/keys?platform=aerostack&project=nowhere");

        await Page.GetByText("no such project").WaitForAsync();
    }

    private async Task<int> StatusWithAsync(string key)
    {
        using var http = Server.CreateHttpClient();
        http.DefaultRequestHeaders.Add("X-Aerostack-Key", key);
        using var answer = await http.GetAsync("/v1/projects/current", Cancellation);
        return (int)answer.StatusCode;
    }
}
