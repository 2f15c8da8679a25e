using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Collections;

/// <summary>Lists of items that need no schema, each with a topic of realtime (contract, section 2.3.4).</summary>
internal sealed class CollectionFeature : IAerostackFeature
{
    private const string Items = $"/v1/collections/{{{ItemEndpoints.NameSegment}}}/items";

    // There is no collection's name in it.
    private const string Item = $"/v1/collections/items/{{{ItemEndpoints.IdSegment}}}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<ItemEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        var items = routes.Service<ItemEndpoints>();
        routes.Get(items.ListAsync, Access.Secret, Items);
        routes.Post(items.AddAsync, Access.Secret, Items);
        routes.Get(items.GetAsync, Access.Secret, Item);
        routes.Put(items.UpdateAsync, Access.Secret, Item);
        routes.Delete(items.RemoveAsync, Access.Secret, Item);
    }
}
