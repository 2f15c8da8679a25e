using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Keys;

/// <summary>API keys (contract, section 2.14).</summary>
internal sealed class KeysFeature : IAscendFeature
{
    private const string Keys = "/api/keys";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<GenerateKey>();
        services.AddSingleton<KeyEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        routes.Post(routes.Service<GenerateKey>().RunAsync, Access.Admin, $"{Keys}/generate");

        var keys = routes.Service<KeyEndpoints>();
        routes.Get(keys.ListAsync, Access.Admin, $"{Keys}/list");
        routes.Delete(keys.RevokeAsync, Access.Admin, $"{Keys}/{{id}}/revoke");
        routes.Get(keys.UsageAsync, Access.Admin, $"{Keys}/{{id}}/usage");
    }
}
