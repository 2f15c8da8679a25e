using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Limits;

/// <summary>How much agents may do (contract, section 6.9).</summary>
internal sealed class LimitsFeature : IAscendFeature
{
    private const string OfAgent = "/api/registry/agents/{agent_id}/limits";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LimitGate>();
        services.AddSingleton<LimitEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var limits = routes.Service<LimitEndpoints>();
        routes.Get(limits.GetAsync, Access.Member, OfAgent);
        routes.Put(limits.SetAsync, Access.Admin, OfAgent);
    }
}
