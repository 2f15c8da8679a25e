using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.KillSwitches;

/// <summary>The kill switch of an organisation (contract, sections 2.10 and 6.8).</summary>
internal sealed class KillSwitchFeature : IAscendFeature
{
    private const string Switch = "/api/billing/kill-switch/{organization_id}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<KillSwitchEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var killSwitch = routes.Service<KillSwitchEndpoints>();
        routes.Get(killSwitch.StatusAsync, Access.Member, "/api/sdk/kill-switch/status");
        routes.Post(killSwitch.TriggerAsync, Access.Member, $"{Switch}/trigger");
        routes.Post(killSwitch.ReleaseAsync, Access.Admin, $"{Switch}/release");
    }
}
