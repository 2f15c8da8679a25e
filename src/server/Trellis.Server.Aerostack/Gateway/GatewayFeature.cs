using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>The AI gateway (contract, sections 2.2.7, 2.2.8 and 2.3.3), under the paths of the generated and of the hand-written clients.</summary>
internal sealed class GatewayFeature : IAerostackFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ConsumerGate>();
        services.AddSingleton<GatewayChat>();
        services.AddSingleton<WalletEndpoints>();
        services.AddSingleton<BillingEndpoint>();
        services.AddSingleton<GatewayAdministration>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        // The generated path escapes the slug and the hand-written one does not; OpenAI's clients add "chat/completions" to either.
        routes.Post(
            routes.Service<GatewayChat>().ChatAsync,
            Access.Anyone,
            "/api/gateway/{slug}/v1/chat/completions", "/v1/ai/gateway/{slug}/chat/completions");

        var wallet = routes.Service<WalletEndpoints>();
        routes.Get(wallet.WalletAsync, Access.Anyone, "/v1/ai/gateway/me/wallet", "/api/gateway/me/wallet");
        routes.Get(wallet.UsageAsync, Access.Anyone, "/v1/ai/gateway/me/usage", "/api/gateway/me/usage");

        routes.Post(routes.Service<BillingEndpoint>().LogAsync, Access.Secret, "/v1/gateway/billing/log");

        var administration = routes.Service<GatewayAdministration>();
        routes.Post(administration.OfferAsync, Access.Secret, "/v1/gateway/apis");
        routes.Post(administration.AddConsumerAsync, Access.Secret, "/v1/gateway/consumers");
        routes.Get(administration.ListConsumersAsync, Access.Secret, "/v1/gateway/consumers");
        routes.Delete(administration.RevokeConsumerAsync, Access.Secret, "/v1/gateway/consumers/{consumer_id}");
    }
}
