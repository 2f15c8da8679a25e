using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;
using Trellis.TestInfrastructure.Http;
using Trellis.Testing;

namespace Trellis.Server.Console.Tests.Webhooks;

/// <summary>Telling others what happens.</summary>
public sealed class WebhookTests(Chromium chromium) : ConsoleTest(chromium)
{
    private Receiver _receiver = null!;

    protected override TestServerOptions Options => new() { Settings = new Dictionary<string, string?> { ["webhooks:allowLoopback"] = "true" } };

    [Fact]
    public async Task A_new_webhook_shows_its_secret_once_and_is_told()
    {
        await GoAsync("/webhooks");
        await Page.GetByText("There are no webhooks.").WaitForAsync();
        await PhotographAsync("webhooks-empty");

        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("All of it");
        await Page.GetByLabel("Address", new() { Exact = true }).FillAsync(_receiver.Url.ToString());
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "action.submitted" }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the webhook" }).ClickAsync();

        var secret = await Page.Locator("#webhook-secret").InnerTextAsync();
        secret.Length.ShouldBeGreaterThan(20);
        await PhotographAsync("webhook-secret");
        var made = (await Server.AscendAdministrator.Webhooks.ListAsync(Cancellation)).Webhooks.ShouldHaveSingleItem();
        made.Events.ShouldBe(["action.submitted"]);

        await Page.GetByRole(AriaRole.Link, new() { Name = "To the webhook" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "All of it" }).WaitForAsync();
        (await Page.ContentAsync()).ShouldNotContain(secret);
        await Server.AskForRefundAsync();
        (await _receiver.NextAsync(Cancellation)).Body.ShouldContain("action.submitted");
        await Page.Locator("#deliveries").GetByText("delivered").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed()
    {
        await GoAsync("/webhooks");

        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Plain");
        await Page.GetByLabel("Address", new() { Exact = true }).FillAsync("http://example.com/hook");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "action.denied" }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the webhook" }).ClickAsync();

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("https");
        (await Page.GetByLabel("Address", new() { Exact = true }).InputValueAsync()).ShouldBe("http://example.com/hook");
        (await Page.GetByRole(AriaRole.Checkbox, new() { Name = "action.denied" }).IsCheckedAsync()).ShouldBeTrue();
        (await Server.AscendAdministrator.Webhooks.ListAsync(Cancellation)).Webhooks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_reaches_the_receiver_and_says_what_it_answered()
    {
        var id = await MakeAsync();
        await GoAsync($"/webhooks/{id}");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        await Page.GetByText("The receiver answered with status 200").WaitForAsync();
        (await _receiver.NextAsync(Cancellation)).Body.ShouldContain("webhook.test");

        _receiver.AnswerWith(503);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        await Page.GetByText("The test did not arrive").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_webhook_is_switched_off_and_on_and_deleted_after_a_question()
    {
        var id = await MakeAsync();
        await GoAsync($"/webhooks/{id}");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Page.GetByText("The webhook is not told any more.").WaitForAsync();
        (await Server.AscendAdministrator.RequestAsync(HttpMethod.Get, $"/api/webhooks/{id}", cancellationToken: Cancellation))["active"]!.GetValue<bool>().ShouldBeFalse();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        await Page.GetByText("The webhook is told again.").WaitForAsync();

        var question = "";
        Page.Dialog += async (_, dialog) =>
        {
            question = dialog.Message;
            await dialog.AcceptAsync();
        };
        await Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Page.GetByText("The webhook is deleted.").WaitForAsync();
        question.ShouldContain("Delete the webhook");
        (await Server.AscendAdministrator.Webhooks.ListAsync(Cancellation)).Webhooks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_secret_is_shown_once()
    {
        var id = await MakeAsync();
        await GoAsync($"/webhooks/{id}");
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "New secret" }).ClickAsync();

        (await Page.Locator("#webhook-secret").InnerTextAsync()).Length.ShouldBeGreaterThan(20);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_given_up_says_why_and_is_tried_again()
    {
        _receiver.AnswerWith(500, "out of order");
        var id = await MakeAsync();
        await GoAsync($"/webhooks/{id}");

        await Server.AskForRefundAsync();
        await Page.Locator("#deliveries .badge", new() { HasText = "dead letter" }).WaitForAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "action.submitted" }).ClickAsync();
        (await Page.Locator("#attempts").InnerTextAsync()).ShouldContain("status 500");
        await PhotographAsync("webhook-delivery");

        await GoAsync("/webhooks");
        await PhotographAsync("webhooks");
        _receiver.AnswerWith(200);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Retry action.submitted" }).ClickAsync();
        await Page.GetByText("The message is tried again.").WaitForAsync();
        await Page.Locator("#deliveries .badge", new() { HasText = "delivered" }).WaitForAsync();
        await PhotographAsync("webhook");
        Complaints.ShouldBeEmpty();
    }

    protected override async Task PrepareAsync()
    {
        _receiver = await Receiver.StartAsync();
        await Server.WithAgentAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<string> MakeAsync()
    {
        var made = await Server.AscendAdministrator.RequestAsync(
            HttpMethod.Post,
            "/api/webhooks",
            new JsonObject
            {
                ["name"] = "Order desk",
                ["url"] = _receiver.Url.ToString(),
                ["events"] = new JsonArray("action.submitted"),
                ["retry_config"] = new JsonObject { ["max_retries"] = 0 },
            },
            cancellationToken: Cancellation);
        return made["id"]!.GetValue<string>();
    }
}
