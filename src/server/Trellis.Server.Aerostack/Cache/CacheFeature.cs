using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Hosting;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>
/// The cache of a project (contract, sections 2.2.2 and 8.2). It lies in the store and not in memory: it survives a restart, and servers that share
/// a store show one cache.
/// </summary>
internal sealed class CacheFeature : IAerostackFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new CacheOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:cache")));
        services.AddSingleton<CacheEndpoints>();
        services.AddSingleton<ManyKeysEndpoints>();
        services.AddSingleton<IncrementEndpoint>();
        services.AddSingleton<KeyListEndpoints>();
        services.AddSingleton<CacheSweep>();
        services.AddHostedService(static provider => provider.GetRequiredService<CacheSweep>());
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        var one = routes.Service<CacheEndpoints>();
        routes.Post(one.GetAsync, Access.Secret, "/v1/cache/get");
        routes.Post(one.SetAsync, Access.Secret, "/v1/cache/set");
        routes.Post(one.DeleteAsync, Access.Secret, "/v1/cache/delete");
        routes.Post(one.ExpireAsync, Access.Secret, "/v1/cache/expire");
        routes.Post(routes.Service<IncrementEndpoint>().IncrementAsync, Access.Secret, "/v1/cache/increment");

        var many = routes.Service<ManyKeysEndpoints>();
        routes.Post(many.GetAsync, Access.Secret, "/v1/cache/getMany");
        routes.Post(many.SetAsync, Access.Secret, "/v1/cache/setMany");
        routes.Post(many.DeleteAsync, Access.Secret, "/v1/cache/deleteMany");

        var lists = routes.Service<KeyListEndpoints>();
        routes.Post(lists.ListAsync, Access.Secret, "/v1/cache/list");
        routes.Post(lists.KeysAsync, Access.Secret, "/v1/cache/keys");
        var flushing = new RouteRules { Access = Access.Secret, RateLimit = AerostackOptions.FlushLimit };
        routes.Map("POST", lists.FlushAsync, flushing, "/v1/cache/flush");
    }
}
