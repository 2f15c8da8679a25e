using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Models;

/// <summary>The registry of models and their approvals (contract, section 2.14).</summary>
internal sealed class ModelsFeature : IAscendFeature
{
    private const string All = "/api/v1/models";
    private const string One = $"{All}/{{model_id}}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ModelChange>();
        services.AddSingleton<ModelEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var models = routes.Service<ModelEndpoints>();
        routes.Get(models.ListAsync, Access.Member, All);
        routes.Get(models.StatisticsAsync, Access.Member, $"{All}/stats");
        routes.Get(models.GetAsync, Access.Member, One);
        routes.Get(models.HistoryAsync, Access.Member, $"{One}/history");
        routes.Post(models.AddAsync, Access.Admin, All);
        routes.Put(models.UpdateAsync, Access.Admin, One);
        routes.Delete(models.RemoveAsync, Access.Admin, One);
        routes.Post(models.ApproveAsync, Access.Person, $"{One}/approve");
    }
}
