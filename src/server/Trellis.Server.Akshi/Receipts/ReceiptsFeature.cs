using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>Receipts for what agents used (contract, section 5.8).</summary>
internal sealed class ReceiptsFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ReceiptRetention>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton<IReceipts>(static provider => provider.GetRequiredService<ReceiptBook>());
        services.AddSingleton<ReceiptsEndpoints>();
        services.AddHostedService<ReceiptPruning>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<ReceiptsEndpoints>();
        routes.Get(endpoints.ListAsync, Access.Operator, "/api/v1/receipts");
        routes.Get(endpoints.VerifyAsync, Access.Operator, "/api/v1/receipts/verify");
    }
}
