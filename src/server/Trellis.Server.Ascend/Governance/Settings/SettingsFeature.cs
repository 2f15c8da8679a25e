using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Governance.Settings;

/// <summary>The settings of an organisation's decisions (contract, sections 6.4 and 6.5).</summary>
internal sealed class SettingsFeature : IAscendFeature
{
    private const string Settings = "/api/governance/settings";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<SettingsEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var endpoints = routes.Service<SettingsEndpoints>();
        routes.Get(endpoints.GetAsync, Access.Member, Settings);
        routes.Put(endpoints.SetAsync, Access.Admin, Settings);
    }
}
