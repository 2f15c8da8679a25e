using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Webhooks;

/// <summary>The webhooks of ASCEND: made, switched, tried and removed.</summary>
internal static class WebhookEndpoints
{
    private const string Root = "/api/webhooks";
    private const int MostDead = 20;

    /// <summary>All webhooks, and what was given up.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call) =>
        Page(await ReadAsync(call, WebhookDraft.Empty, refusal: null), StatusCodes.Status200OK);

    /// <summary>Makes a webhook and shows its secret.</summary>
    public static async ValueTask<ConsoleResult> CreateAsync(ConsoleCall call)
    {
        var draft = WebhookDraft.Read(call);
        try
        {
            var made = await call.Platforms.PostAsync<WebhookMade>(
                Platform.Ascend, Root, new { Name = draft.Name.Length > 0 ? draft.Name : null, draft.Url, draft.Events });
            return ConsoleResult.Page<WebhookSecretPage, WebhookMade>("The webhook's secret", made);
        }
        catch (PlatformException refused)
        {
            // With what was typed, which is long.
            return Page(await ReadAsync(call, draft, refused.Message), StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Switches a webhook on or off.</summary>
    public static async ValueTask<ConsoleResult> SwitchAsync(ConsoleCall call)
    {
        var isActive = call.Field("active") == "true";
        await call.Platforms.SendAsync(Platform.Ascend, "PUT", PathOf(call), new { Active = isActive });
        return ConsoleResult.Go(PageOf(call), isActive ? "The webhook is told again." : "The webhook is not told any more.");
    }

    /// <summary>Sends a message to try the receiver, and says how that went.</summary>
    public static async ValueTask<ConsoleResult> TestAsync(ConsoleCall call)
    {
        var trial = await call.Platforms.PostAsync<WebhookTrial>(Platform.Ascend, PathOf(call) + "/test");
        return trial.Success
            ? ConsoleResult.Go(PageOf(call), $"The receiver answered with status {trial.StatusCode} after {trial.ResponseTimeMs} ms.")
            : ConsoleResult.GoWithProblem(PageOf(call), $"The test did not arrive: {trial.Error}");
    }

    /// <summary>Gives a webhook another secret and shows it.</summary>
    public static async ValueTask<ConsoleResult> RotateAsync(ConsoleCall call)
    {
        var made = await call.Platforms.PostAsync<WebhookMade>(Platform.Ascend, PathOf(call) + "/rotate-secret");
        return ConsoleResult.Page<WebhookSecretPage, WebhookMade>("The webhook's secret", made);
    }

    /// <summary>Removes a webhook.</summary>
    public static async ValueTask<ConsoleResult> DeleteAsync(ConsoleCall call)
    {
        await call.Platforms.SendAsync(Platform.Ascend, "DELETE", PathOf(call));
        return ConsoleResult.Go("/webhooks", "The webhook is deleted.");
    }

    private static string PathOf(ConsoleCall call) => $"{Root}/{Uri.EscapeDataString(call.Route("id"))}";

    private static string PageOf(ConsoleCall call) => $"/webhooks/{Uri.EscapeDataString(call.Route("id"))}";

    private static ConsoleResult Page(WebhooksModel model, int status) => ConsoleResult.Page<WebhooksPage, WebhooksModel>("Webhooks", model, status);

    private static async Task<WebhooksModel> ReadAsync(ConsoleCall call, WebhookDraft draft, string? refusal)
    {
        var webhooks = await call.Platforms.GetAsync<WebhookList>(Platform.Ascend, Root);
        var events = await call.Platforms.GetAsync<WebhookEvents>(Platform.Ascend, $"{Root}/events");
        var figures = await call.Platforms.GetAsync<WebhookFigures>(Platform.Ascend, $"{Root}/metrics");
        var dead = await call.Platforms.GetAsync<DeadLetters>(Platform.Ascend, $"{Root}/dlq/entries?limit={MostDead}");
        return new WebhooksModel(webhooks.Webhooks, events.Events, figures, dead.Entries, draft, refusal);
    }
}
