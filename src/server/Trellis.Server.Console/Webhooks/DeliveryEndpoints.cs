using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Webhooks;

/// <summary>What became of the messages to webhooks.</summary>
internal static class DeliveryEndpoints
{
    private const string Root = "/api/webhooks";
    private const int PageSize = 50;

    /// <summary>One webhook and its deliveries, the newest first.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var path = $"{Root}/{Uri.EscapeDataString(call.Route("id"))}";
        var state = WebhookModel.States.Contains(call.Query("state")) ? call.Query("state") : "";
        var offset = call.Number("offset", 0, 0, int.MaxValue);
        var webhook = await call.Platforms.GetAsync<WebhookItem>(Platform.Ascend, path);
        var page = await call.Platforms.GetAsync<DeliveryPage>(
            Platform.Ascend, $"{path}/deliveries?limit={PageSize + 1}&offset={offset}{(state.Length > 0 ? $"&status={state}" : "")}");
        var model = new WebhookModel(webhook, state, [.. page.Deliveries.Take(PageSize)], offset, PageSize, page.Deliveries.Count > PageSize);
        return ConsoleResult.Page<WebhookPage, WebhookModel>(webhook.Title, model);
    }

    /// <summary>One delivery and its attempts.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var delivery = await call.Platforms.GetAsync<DeliveryItem>(Platform.Ascend, $"{Root}/deliveries/{Uri.EscapeDataString(call.Route("id"))}");
        return ConsoleResult.Page<DeliveryView, DeliveryModel>("Delivery", new DeliveryModel(delivery));
    }

    /// <summary>Tries again what was given up.</summary>
    public static ValueTask<ConsoleResult> RetryAsync(ConsoleCall call) => DecideAsync(call, "retry", "The message is tried again.");

    /// <summary>Says that what was given up is not needed any more.</summary>
    public static ValueTask<ConsoleResult> ResolveAsync(ConsoleCall call) => DecideAsync(call, "resolve", "The message is set aside.");

    private static async ValueTask<ConsoleResult> DecideAsync(ConsoleCall call, string verb, string notice)
    {
        var delivery = await call.Platforms.PostAsync<DeliveryItem>(Platform.Ascend, $"{Root}/dlq/{Uri.EscapeDataString(call.Route("id"))}/{verb}");
        return ConsoleResult.Go($"/webhooks/{Uri.EscapeDataString(delivery.WebhookId)}", notice);
    }
}
