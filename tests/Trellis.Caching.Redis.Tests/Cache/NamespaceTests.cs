using Microsoft.Extensions.Caching.Distributed;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Cache;

public sealed class NamespaceTests(SharedRedisServer shared)
{
    private static readonly DistributedCacheEntryOptions ForEver = new();

    [Fact]
    public async Task Keys_are_stored_under_the_namespace()
    {
        var name = shared.NewNamespace();
        using var cache = shared.NewCache(options => options.Namespace = name + "::");

        cache.Set("k", "value"u8.ToArray(), ForEver);

        (await shared.Server.AskAsync($"EXISTS {name}:k")).ShouldBe(":1");
    }

    [Fact]
    public async Task The_url_can_name_the_namespace()
    {
        var name = shared.NewNamespace();
        using var cache = Patient.Cache($"{shared.Server.Url}?namespace={name}");

        cache.Set("k", "value"u8.ToArray(), ForEver);

        (await shared.Server.AskAsync($"EXISTS {name}:k")).ShouldBe(":1");
    }

    [Fact]
    public async Task Without_a_namespace_keys_are_stored_as_they_are()
    {
        var key = shared.NewNamespace();
        using var cache = Patient.Cache(shared.Server.Url);

        cache.Set(key, "value"u8.ToArray(), ForEver);

        (await shared.Server.AskAsync($"EXISTS {key}")).ShouldBe(":1");
    }

    [Fact]
    public void Two_namespaces_do_not_meet()
    {
        using var one = shared.NewCache();
        using var other = shared.NewCache();

        one.Set("k", "value"u8.ToArray(), ForEver);

        other.Get("k").ShouldBeNull();
    }
}
