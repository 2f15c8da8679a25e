using Trellis.Askii;
using Trellis.Caching.Redis;
using Trellis.Caching.Redis.Tests.Servers;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Caching;

/// <summary>Clients that share their cache through a real Redis server.</summary>
public sealed class RedisCacheTests(SharedServer server)
{
    private static readonly TimeSpan Ttl = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task An_answer_is_shared_by_clients_and_a_change_by_one_is_seen_by_the_other()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = NewCache(redis);
        using var otherCache = NewCache(redis);
        var token = server.NewToken();
        using var first = AskiiClients.Create(server.Url, token, options => options.Cache = cache);
        using var uncached = AskiiClients.Create(server.Url, token);
        var hits = 0;
        using var second = AskiiClients.Create(server.Url, token, options =>
        {
            options.Cache = otherCache;
            options.Hooks = new ClientHooks { OnCacheHit = _ => hits++ };
        });

        (await first.Keys.ListAsync(Ttl)).Keys.ShouldBeEmpty();
        await uncached.Keys.ProvisionAsync(new() { KeyAlias = "agent" });
        (await second.Keys.ListAsync(Ttl)).Keys.ShouldBeEmpty();
        hits.ShouldBe(1);

        await first.Keys.UpdateModelAsync("agent", []);
        (await second.Keys.ListAsync(Ttl)).Keys.ShouldHaveSingleItem().KeyAlias.ShouldBe("agent");
        hits.ShouldBe(1);
    }

    [Fact]
    public async Task No_token_and_no_key_is_in_the_cache_in_the_clear()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = NewCache(redis);
        var token = server.NewToken();
        using var askii = AskiiClients.Create(server.Url, token, options => options.Cache = cache);
        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });
        await askii.Keys.ListAsync(Ttl);
        await askii.Keys.GetConfigAsync(key.ApiKey.Reveal(), Ttl);

        var names = await redis.AskAllAsync("KEYS *");
        names.ShouldContain("askii");
        names.ShouldNotContain(token);
        names.ShouldNotContain(key.ApiKey.Reveal());
    }

    [Fact]
    public async Task A_cache_that_dies_costs_no_answer()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = NewCache(redis);
        using var askii = server.NewClient(options => options.Cache = cache);
        await askii.Keys.ListAsync(Ttl);
        await redis.KillAsync();

        await askii.Keys.ProvisionAsync();
        (await askii.Keys.ListAsync(Ttl)).Keys.ShouldHaveSingleItem();
    }

    // A busy machine must not turn a slow answer into an outage.
    private static RedisCache NewCache(RedisServer redis) =>
        new(new RedisCacheOptions(redis.Url) { ConnectTimeout = Patience.Long, OperationTimeout = Patience.Long });
}
