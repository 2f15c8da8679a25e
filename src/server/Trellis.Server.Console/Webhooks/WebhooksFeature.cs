using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Webhooks;

/// <summary>Who is told of what happens in ASCEND, and what became of it.</summary>
internal sealed class WebhooksFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/webhooks", WebhookEndpoints.ListAsync);
        routes.Post("/webhooks", WebhookEndpoints.CreateAsync);
        routes.Get("/webhooks/{id}", DeliveryEndpoints.ListAsync);
        routes.Post("/webhooks/{id}/switch", WebhookEndpoints.SwitchAsync);
        routes.Post("/webhooks/{id}/test", WebhookEndpoints.TestAsync);

        // At the address of the webhook's own page, since it is answered with a page.
        routes.Post("/webhooks/{id}", WebhookEndpoints.RotateAsync);
        routes.Post("/webhooks/{id}/delete", WebhookEndpoints.DeleteAsync);
        routes.Get("/webhooks/deliveries/{id}", DeliveryEndpoints.ShowAsync);
        routes.Post("/webhooks/deliveries/{id}/retry", DeliveryEndpoints.RetryAsync);
        routes.Post("/webhooks/deliveries/{id}/resolve", DeliveryEndpoints.ResolveAsync);
    }
}
