using Microsoft.Extensions.Caching.Distributed;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Cache;

public sealed class ClearTests(SharedRedisServer shared)
{
    private static readonly DistributedCacheEntryOptions ForEver = new();
    private static readonly byte[] Value = "value"u8.ToArray();

    [Theory, BothWays]
    public async Task Clear_removes_every_entry_of_the_namespace(Calling calling)
    {
        using var cache = shared.NewCache();
        for (var i = 0; i < 1200; i++)
            cache.Set($"k{i}", Value, ForEver);

        (await calling.ClearAsync(cache)).ShouldBe(1200);

        cache.Get("k0").ShouldBeNull();
        cache.Get("k1199").ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task Clear_leaves_the_entries_of_others(Calling calling)
    {
        using var cache = shared.NewCache();
        using var other = shared.NewCache();
        other.Set("k", Value, ForEver);

        (await calling.ClearAsync(cache)).ShouldBe(0);

        other.Get("k").ShouldBe(Value);
    }

    [Theory, BothWays]
    public async Task Clear_without_a_namespace_is_refused(Calling calling)
    {
        using var cache = Patient.Cache(shared.Server.Url);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => calling.ClearAsync(cache));

        error.Message.ShouldContain("namespace");
    }

    [Theory]
    [InlineData("app*", "apple")]
    [InlineData("app?", "appl")]
    [InlineData("app[a-z]", "appa")]
    [InlineData("app[^a]", "appb")]
    [InlineData("app\\*", "app*")]
    public void Glob_characters_of_the_namespace_match_themselves_alone(string name, string nameThatTheGlobMatches)
    {
        var unique = shared.NewNamespace();
        using var cache = shared.NewCache(options => options.Namespace = unique + name);
        using var other = shared.NewCache(options => options.Namespace = unique + nameThatTheGlobMatches);
        cache.Set("k", Value, ForEver);
        other.Set("k", Value, ForEver);

        cache.Clear().ShouldBe(1);

        other.Get("k").ShouldBe(Value);
    }

    [Fact]
    public async Task Entries_can_be_removed_by_the_beginning_of_their_keys()
    {
        using var cache = shared.NewCache();
        cache.Set("keys:a", Value, ForEver);
        cache.Set("keys:b", Value, ForEver);
        cache.Set("models", Value, ForEver);

        cache.RemoveByPrefix("keys:a").ShouldBe(1);
        (await cache.RemoveByPrefixAsync("keys:", TestContext.Current.CancellationToken)).ShouldBe(1);

        cache.Get("keys:b").ShouldBeNull();
        cache.Get("models").ShouldBe(Value);
    }
}
