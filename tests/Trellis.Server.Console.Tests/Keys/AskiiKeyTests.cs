using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trellis.Askii;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Keys;

/// <summary>The keys of Askii.</summary>
public sealed class AskiiKeyTests(Chromium chromium) : ConsoleTest(chromium)
{
    private ILocator Cards => Page.GetByRole(AriaRole.Article);

    [Fact]
    public async Task Without_keys_the_page_says_what_they_are_for()
    {
        await GoAsync("/keys");

        await Page.GetByText("developer has no keys.").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_key_is_shown_once_and_opens_the_models_at_once()
    {
        await GoAsync("/keys");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("notebook");
        await Page.GetByLabel("Budget in US dollars").FillAsync("2.50");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();

        var secret = await Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync();
        secret.ShouldStartWith("sk-");
        await PhotographAsync("key-new");
        (await ChatAsync(secret, "Hello there")).IsSuccessStatusCode.ShouldBeTrue();

        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();
        await Cards.GetByText("notebook").First.WaitForAsync();
        var page = await Page.ContentAsync();
        page.ShouldNotContain(secret);
        page.ShouldContain("of $2.50");
        (await Server.Askii.Keys.ListAsync(cancellationToken: Cancellation)).Keys.ShouldHaveSingleItem().KeyAlias.ShouldBe("notebook");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_key_spends_appears_by_itself_against_its_budget()
    {
        var key = await Server.Askii.Keys.ProvisionAsync(new() { KeyAlias = "spender", MaxBudget = 0.05m }, Cancellation);
        await Server.Askii.Keys.ProvisionAsync(new() { KeyAlias = "free" }, Cancellation);
        await GoAsync("/keys");
        var card = Cards.Filter(new() { HasText = "spender" });
        (await card.InnerTextAsync()).ShouldContain("Spent $0.00 of $0.05");

        (await ChatAsync(key.ApiKey.Reveal(), string.Join(' ', Enumerable.Repeat("word", 1500)))).IsSuccessStatusCode.ShouldBeTrue();

        await card.GetByText(new Regex(@"Spent \$0\.00[1-9]")).WaitForAsync();
        (await card.Locator("svg rect").Last.GetAttributeAsync("width")).ShouldNotBe("0");
        (await Cards.Filter(new() { HasText = "free" }).InnerTextAsync()).ShouldContain("without a limit");
        await PhotographAsync("keys-askii");
        await ShouldFitAPhoneAsync("keys-askii");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_models_of_a_key_are_changed()
    {
        await Server.Askii.Keys.ProvisionAsync(new() { KeyAlias = "narrow" }, Cancellation);
        await GoAsync("/keys");

        await Page.GetByText("Opens all models").ClickAsync();
        await Cards.GetByRole(AriaRole.Checkbox, new() { Name = "trellis-echo" }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Change the models of narrow" }).ClickAsync();

        await Page.Locator(".notice.done").GetByText("are changed").WaitForAsync();
        (await Server.Askii.Keys.ListAsync(cancellationToken: Cancellation)).Keys.ShouldHaveSingleItem().Models.ShouldBe(["trellis-echo"]);
    }

    [Fact]
    public async Task A_key_is_revoked_after_a_question_and_opens_nothing_then()
    {
        var key = await Server.Askii.Keys.ProvisionAsync(new() { KeyAlias = "lost" }, Cancellation);
        await GoAsync("/keys");
        var question = AnswerQuestions();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Revoke lost" }).ClickAsync();

        await Page.GetByText("developer has no keys.").WaitForAsync();
        (await question).ShouldContain("cannot be brought back");
        ((int)(await ChatAsync(key.ApiKey.Reveal(), "Hello")).StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task The_keys_of_another_person_are_apart()
    {
        await Server.Askii.Keys.ProvisionAsync(new() { KeyAlias = "mine" }, Cancellation);
        await GoAsync("/keys?platform=askii&person=ada");
        await Page.GetByText("ada has no keys.").WaitForAsync();

        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("hers");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();

        await Cards.GetByText("hers").First.WaitForAsync();
        await Page.GetByLabel("Person").SelectOptionAsync("developer");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the keys" }).ClickAsync();
        await Cards.GetByText("mine").First.WaitForAsync();
        (await Cards.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("much")]
    [InlineData("-1")]
    public async Task A_budget_that_is_none_is_refused_in_words(string budget)
    {
        await GoAsync("/keys");
        await Page.GetByLabel("Budget in US dollars").FillAsync(budget);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("number of US dollars");
        (await Server.Askii.Keys.ListAsync(cancellationToken: Cancellation)).Keys.ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> ChatAsync(string key, string text)
    {
        using var http = Server.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await http.PostAsJsonAsync(
            "/v1/chat/completions",
            new { model = "trellis-echo", messages = new[] { new { role = "user", content = text } } },
            Cancellation);
    }
}
