using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Classifications;

/// <summary>How sensitive resources are (contract, section 2.11).</summary>
internal sealed class ClassificationsFeature : IAscendFeature
{
    private const string All = "/api/v1/resource-classifications";
    private const string One = $"{All}/{{id}}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<ClassificationEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var classifications = routes.Service<ClassificationEndpoints>();
        routes.Get(classifications.ListAsync, Access.Member, All);
        routes.Post(classifications.AddAsync, Access.Admin, All);
        routes.Put(classifications.UpdateAsync, Access.Admin, One);
        routes.Delete(classifications.RemoveAsync, Access.Admin, One);
    }
}
