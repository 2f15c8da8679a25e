using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Alerts;

/// <summary>What people should look at (contract, sections 2.14 and 6.9).</summary>
internal sealed class AlertsFeature : IAscendFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<AlertEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var alerts = routes.Service<AlertEndpoints>();
        routes.Get(alerts.ListAsync, Access.Member, "/api/alerts");
        routes.Post(alerts.AcknowledgeAsync, Access.Admin, "/api/alerts/{id}/acknowledge");
    }
}
