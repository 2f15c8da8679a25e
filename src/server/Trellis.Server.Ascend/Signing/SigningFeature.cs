using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Signing;

/// <summary>Signed requests (contract, section 1.5).</summary>
internal sealed class SigningFeature : IAscendFeature
{
    private const string Path = "/api/governance/signing";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SigningSecrets>();
        services.AddSingleton<SigningEndpoints>();
        services.AddSingleton<IRequestCheck, SignatureCheck>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var signing = routes.Service<SigningEndpoints>();
        routes.Get(signing.GetAsync, Access.Admin, Path);
        routes.Put(signing.SetAsync, Access.Admin, Path);
        routes.Delete(signing.DeleteAsync, Access.Admin, Path);
    }
}
