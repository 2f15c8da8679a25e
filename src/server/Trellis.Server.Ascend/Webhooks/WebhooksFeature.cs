using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>Webhooks: who listens, to what, and what became of it (contract, sections 2.8 and 5).</summary>
internal sealed class WebhooksFeature : IAscendFeature
{
    private const string Webhooks = "/api/webhooks";
    private const string One = $"{Webhooks}/{{id}}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IWebhookFormat, AscendWebhookFormat>();
        services.AddSingleton<ActionEvents>();
        services.AddSingleton<TrustEvents>();
        services.AddSingleton<WebhookEndpoints>();
        services.AddSingleton<WebhookDeliveryEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var webhooks = routes.Service<WebhookEndpoints>();
        routes.Post(webhooks.ConfigureAsync, Access.Member, $"{Webhooks}/configure", "/api/sdk/webhooks/configure");
        routes.Post(webhooks.CreateAsync, Access.Admin, Webhooks);
        routes.Get(webhooks.ListAsync, Access.Member, Webhooks);
        routes.Get(WebhookEndpoints.EventsAsync, Access.Member, $"{Webhooks}/events");
        routes.Get(webhooks.GetAsync, Access.Member, One);
        routes.Put(webhooks.UpdateAsync, Access.Member, One);
        routes.Delete(webhooks.DeleteAsync, Access.Member, One);
        routes.Post(webhooks.TestAsync, Access.Member, $"{One}/test");
        routes.Post(webhooks.RotateSecretAsync, Access.Member, $"{One}/rotate-secret");

        var deliveries = routes.Service<WebhookDeliveryEndpoints>();
        routes.Get(deliveries.ListAsync, Access.Member, $"{One}/deliveries");
        routes.Get(deliveries.GetAsync, Access.Admin, $"{Webhooks}/deliveries/{{id}}");
        routes.Get(deliveries.ListDeadAsync, Access.Admin, $"{Webhooks}/dlq/entries");
        routes.Post(deliveries.RetryAsync, Access.Admin, $"{Webhooks}/dlq/{{id}}/retry");
        routes.Post(deliveries.ResolveAsync, Access.Admin, $"{Webhooks}/dlq/{{id}}/resolve");
        routes.Get(deliveries.MeasureAsync, Access.Admin, $"{Webhooks}/metrics");
    }
}
