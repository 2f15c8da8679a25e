using Trellis.Caching.Redis.Tests.Cache;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class Resp3Tests(SharedRedisServer shared)
{
    [Theory, BothWays]
    public async Task Everything_works_over_RESP3(Calling calling)
    {
        using var cache = shared.NewCache(options => options.Url = $"{shared.Server.Url}/4?protocol=3");

        await calling.SetAsync(cache, "k", "value"u8.ToArray());

        (await calling.GetAsync(cache, "k")).ShouldBe("value"u8.ToArray());
        (await calling.GetAsync(cache, "nobody")).ShouldBeNull();
        (await calling.ClearAsync(cache)).ShouldBe(1);
    }

    [Fact]
    public async Task The_server_is_really_asked_for_RESP3()
    {
        await using var server = await RedisServer.StartAsync();
        using var cache = Patient.Cache($"{server.Url}?protocol=3");
        cache.Get("k");

        (await server.AskAllAsync("INFO commandstats")).ShouldContain("cmdstat_hello:calls=1");
    }
}
