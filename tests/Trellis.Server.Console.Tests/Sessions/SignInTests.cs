using System.Net;
using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Sessions;

/// <summary>Who gets in, and what stays out.</summary>
public sealed class SignInTests(Chromium chromium) : ConsoleTest(chromium)
{
    protected override bool SignsIn => false;

    [Fact]
    public async Task The_root_of_the_server_leads_to_the_console_and_asks_who_is_there()
    {
        await Page.GotoAsync(Server.Url.ToString());

        new Uri(Page.Url).AbsolutePath.ShouldBe("/console/login");
        (await Page.GetByLabel("Administrator's token").IsVisibleAsync()).ShouldBeTrue();
        await PhotographAsync("login");
    }

    [Fact]
    public async Task The_token_of_the_administrator_opens_the_page_that_was_asked_for()
    {
        await GoAsync("/approvals");
        await Page.GetByLabel("Administrator's token").FillAsync(Server.Credentials.Reveal("ascend", "adminToken"));
        await Page.Keyboard.PressAsync("Enter");

        await Page.GetByRole(AriaRole.Heading, new() { Name = "Approvals" }).WaitForAsync();
        new Uri(Page.Url).AbsolutePath.ShouldBe("/console/approvals");
    }

    [Fact]
    public async Task A_token_of_somebody_who_administers_nothing_opens_nothing()
    {
        await GoAsync("/login");
        await Page.GetByLabel("Administrator's token").FillAsync(Server.Credentials.Reveal("askii", "token"));
        await Page.Keyboard.PressAsync("Enter");

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("not the token of an administrator");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await SignInAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await GoAsync("");

        new Uri(Page.Url).AbsolutePath.ShouldBe("/console/login");
    }

    [Fact]
    public async Task A_session_ends_by_itself_after_half_a_day()
    {
        await SignInAsync();

        Server.Clock.Advance(TimeSpan.FromHours(12));
        await GoAsync("");

        new Uri(Page.Url).AbsolutePath.ShouldBe("/console/login");
    }

    [Fact]
    public async Task A_form_without_the_sessions_own_proof_changes_nothing()
    {
        await SignInAsync();

        var answer = await Page.Context.APIRequest.PostAsync(
            new Uri(Server.Url, "/console/settings/theme").ToString(),
            new() { Form = Page.Context.APIRequest.CreateFormData().Set("theme", "dark") });

        answer.Status.ShouldBe((int)HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "token=%00%ff")]
    [InlineData("multipart/form-data; boundary=x", "garbage")]
    [InlineData("multipart/form-data", "garbage")]
    [InlineData("application/json", "{}")]
    public async Task What_is_no_form_is_refused(string type, string body)
    {
        using var http = Server.CreateHttpClient();
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await http.PostAsync("/console/login", content, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task No_other_site_can_lead_to_a_page_outside_the_console()
    {
        await GoAsync("/login?to=https://example.com/");
        await Page.GetByLabel("Administrator's token").FillAsync(Server.Credentials.Reveal("ascend", "adminToken"));
        await Page.Keyboard.PressAsync("Enter");

        await Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
    }
}
