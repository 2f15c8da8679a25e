using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trellis.Ascend;
using Trellis.Askii;
using Trellis.Server.Console.Tests.Support;
using Trellis.TestInfrastructure;
using Trellis.Testing;

namespace Trellis.Server.Console.Tests.Look;

/// <summary>
/// The pictures of the README, of a day of a refund agent. They are taken with each run; with <c>TRELLIS_UPDATE_PICTURES=1</c> they take the
/// place of those in the repository.
/// </summary>
public sealed class PictureTests(Chromium chromium) : ConsoleTest(chromium)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("TRELLIS_UPDATE_PICTURES") == "1"
        ? Path.Combine(RepositoryRoot.Path, "docs", "images")
        : Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots");

    protected override TestServerOptions Options => new() { Start = new DateTimeOffset(2026, 3, 2, 7, 5, 0, TimeSpan.Zero), AgentId = "refund-agent" };

    protected override bool SignsIn => false;

    protected override BrowserNewContextOptions Window => new()
    {
        ViewportSize = new ViewportSize { Width = 1120, Height = 700 },
        DeviceScaleFactor = 1.5f,
    };

    [Fact]
    public async Task The_inbox_and_the_overview_of_a_busy_day()
    {
        await SignInAsync();
        await GoAsync("");
        await Page.Locator("#decision-chart").WaitForAsync();
        await TakeAsync("console-overview");

        await GoAsync("/approvals");
        (await Page.GetByRole(AriaRole.Article).CountAsync()).ShouldBeGreaterThan(1);
        await TakeAsync("console-approvals");

        await Page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Link).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "What would happen" }).WaitForAsync();
        await TakeAsync("console-approval");

        foreach (var name in (string[])["console-overview", "console-approvals", "console-approval"])
            File.Exists(Path.Combine(Folder, name + ".png")).ShouldBeTrue();
    }

    protected override async Task PrepareAsync()
    {
        await Server.AscendAdministrator.RequestAsync(
            HttpMethod.Post,
            "/api/registry/agents",
            new JsonObject { ["agent_id"] = "refund-agent", ["display_name"] = "Refund agent", ["agent_type"] = "supervised", ["max_risk_threshold"] = 95 },
            cancellationToken: Cancellation);
        await Server.AscendAdministrator.RequestAsync(
            HttpMethod.Post, "/api/registry/agents/refund-agent/activate", new JsonObject(), cancellationToken: Cancellation);
        await PutAsync("Large refunds", "require_approval", 250);
        await PutAsync("No refund above 1500 EUR", "deny", 1500);
        var key = await Server.Askii.Keys.ProvisionAsync(new ProvisionKeyRequest { KeyAlias = "refund-agent" }, Cancellation);
        int[] amounts = [12, 40, 900, 75, 18, 2100, 33, 60, 310, 25, 90, 140];
        for (var hour = 0; hour < 8; hour++)
        {
            for (var order = 0; order < 2 + ((hour * 5) % 7); order++)
                await RefundAsync($"order {4700 + (hour * 10) + order}", amounts[((hour * 5) + order) % amounts.Length], hour);
            await ChatAsync(key.ApiKey.Reveal(), words: 300 + ((hour * 700) % 1900));
            Server.Clock.Advance(TimeSpan.FromMinutes(52));
        }
    }

    private Task<JsonObject> PutAsync(string name, string effect, int amount) => Server.AscendAdministrator.RequestAsync(
        HttpMethod.Post,
        "/api/governance/policies",
        new JsonObject { ["policy_name"] = name, ["policy_action"] = effect, ["conditions"] = new JsonObject { ["amount_above"] = amount } },
        cancellationToken: Cancellation);

    // Yesterday's people have decided: what waits is of the last hours.
    private async Task RefundAsync(string order, int amount, int hour)
    {
        var decision = await Server.Ascend.EvaluateActionAsync(
            new AgentAction
            {
                ActionType = "payment.refund",
                Resource = order,
                Parameters = new JsonObject { ["amount"] = amount, ["currency"] = "EUR", ["reason"] = "damaged on arrival" },
            },
            waitForDecision: false,
            cancellationToken: Cancellation);
        if (decision.Decision == Decision.Pending && hour < 5)
            await Server.AscendAdministrator.Approvals.ApproveAsync(decision.ActionId, "checked with the customer", Cancellation);
    }

    private async Task ChatAsync(string key, int words)
    {
        using var http = Server.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var messages = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = string.Join(' ', Enumerable.Repeat("refund", words)) });
        using var body = new StringContent(new JsonObject { ["model"] = "trellis-echo", ["messages"] = messages }.ToJsonString(), null, "application/json");
        (await http.PostAsync("/v1/chat/completions", body, Cancellation)).EnsureSuccessStatusCode();
    }

    private Task<byte[]> TakeAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
