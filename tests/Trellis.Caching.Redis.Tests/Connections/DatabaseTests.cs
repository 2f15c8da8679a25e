using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Connections;

public sealed class DatabaseTests(SharedRedisServer shared)
{
    [Fact]
    public void Databases_do_not_meet()
    {
        var key = shared.NewNamespace();
        using var one = Patient.Cache($"{shared.Server.Url}/1");
        using var two = Patient.Cache($"{shared.Server.Url}/2");

        one.Set(key, "value"u8.ToArray(), new());

        one.Get(key).ShouldBe("value"u8.ToArray());
        two.Get(key).ShouldBeNull();
    }

    [Fact]
    public void A_database_that_does_not_exist_is_told()
    {
        using var cache = Patient.Cache($"{shared.Server.Url}/99");

        Should.Throw<RedisCacheException>(() => cache.Get("k")).Message.ShouldContain("database number");
    }
}
