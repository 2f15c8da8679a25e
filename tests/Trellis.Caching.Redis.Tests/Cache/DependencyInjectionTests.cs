using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Cache;

public sealed class DependencyInjectionTests(SharedRedisServer shared)
{
    [Fact]
    public void The_container_gives_one_cache_under_both_types()
    {
        using var provider = new ServiceCollection().AddTrellisRedisCache(Configure).BuildServiceProvider();

        var cache = provider.GetRequiredService<IDistributedCache>();
        cache.Set("k", "value"u8.ToArray(), new());

        cache.ShouldBeSameAs(provider.GetRequiredService<RedisCache>());
        cache.Get("k").ShouldBe("value"u8.ToArray());
    }

    [Fact]
    public void It_goes_before_a_cache_that_was_registered_earlier()
    {
        using var provider = new ServiceCollection().AddDistributedMemoryCache().AddTrellisRedisCache(Configure).BuildServiceProvider();

        provider.GetRequiredService<IDistributedCache>().ShouldBeOfType<RedisCache>();
    }

    [Fact]
    public void A_memory_cache_that_is_added_later_changes_nothing()
    {
        using var provider = new ServiceCollection().AddTrellisRedisCache(Configure).AddDistributedMemoryCache().BuildServiceProvider();

        provider.GetRequiredService<IDistributedCache>().ShouldBeOfType<RedisCache>();
    }

    [Fact]
    public void Adding_it_twice_configures_one_cache_twice()
    {
        using var provider = new ServiceCollection()
            .AddTrellisRedisCache(Configure)
            .AddTrellisRedisCache(options => options.Namespace = "second")
            .BuildServiceProvider();

        provider.GetRequiredService<IDistributedCache>().ToString().ShouldBe($"RedisCache({shared.Server.Url}/0, namespace second)");
    }

    [Fact]
    public void The_container_disposes_it()
    {
        var provider = new ServiceCollection().AddTrellisRedisCache(Configure).BuildServiceProvider();
        var cache = provider.GetRequiredService<IDistributedCache>();

        provider.Dispose();

        Should.Throw<ObjectDisposedException>(() => cache.Get("k"));
    }

    [Fact]
    public void Options_without_a_URL_fail_when_the_cache_is_resolved()
    {
        using var provider = new ServiceCollection().AddTrellisRedisCache(_ => { }).BuildServiceProvider();

        Should.Throw<ArgumentException>(() => provider.GetRequiredService<IDistributedCache>()).Message.ShouldContain("RedisCacheOptions.Url");
    }

    private void Configure(RedisCacheOptions options)
    {
        options.Url = shared.Server.Url;
        options.Namespace = shared.NewNamespace();
    }
}
