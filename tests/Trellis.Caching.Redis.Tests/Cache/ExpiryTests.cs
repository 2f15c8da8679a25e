using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;
using Trellis.Caching.Redis.Tests.Servers;
using Trellis.Testing;

namespace Trellis.Caching.Redis.Tests.Cache;

public sealed class ExpiryTests(SharedRedisServer shared)
{
    private static readonly byte[] Value = "value"u8.ToArray();

    private readonly string _name = shared.NewNamespace();

    [Theory, BothWays]
    public async Task A_relative_expiration_becomes_the_time_to_live(Calling calling)
    {
        using var cache = NewCache();

        await calling.SetAsync(cache, "k", Value, new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) });

        (await MillisecondsLeftAsync("k")).ShouldBeInRange(590_000, 600_000);
    }

    [Theory, BothWays]
    public async Task An_absolute_expiration_becomes_the_time_to_live(Calling calling)
    {
        var clock = new ManualTimeProvider();
        using var cache = NewCache(clock);

        await calling.SetAsync(cache, "k", Value, new() { AbsoluteExpiration = clock.GetUtcNow().AddMinutes(10) });

        (await MillisecondsLeftAsync("k")).ShouldBeInRange(590_000, 600_000);
    }

    [Fact]
    public async Task The_relative_expiration_goes_before_the_absolute_one()
    {
        using var cache = NewCache();
        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) };
        options.AbsoluteExpiration = TimeProvider.System.GetUtcNow().AddDays(1);

        cache.Set("k", Value, options);

        (await MillisecondsLeftAsync("k")).ShouldBeInRange(590_000, 600_000);
    }

    [Fact]
    public async Task Without_an_expiration_an_entry_stays()
    {
        using var cache = NewCache();

        cache.Set("k", Value, new DistributedCacheEntryOptions());

        (await MillisecondsLeftAsync("k")).ShouldBe(-1);
    }

    [Fact]
    public async Task A_later_set_without_expiration_takes_the_expiration_away()
    {
        using var cache = NewCache();
        cache.Set("k", Value, new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) });

        cache.Set("k", Value, new DistributedCacheEntryOptions());

        (await MillisecondsLeftAsync("k")).ShouldBe(-1);
    }

    [Theory, BothWays]
    public async Task An_entry_that_has_expired_already_is_not_stored(Calling calling)
    {
        var clock = new ManualTimeProvider();
        using var cache = NewCache(clock);

        await calling.SetAsync(cache, "k", Value, new() { AbsoluteExpiration = clock.GetUtcNow() });

        (await calling.GetAsync(cache, "k")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task An_entry_that_has_expired_already_takes_the_place_of_an_older_one(Calling calling)
    {
        var clock = new ManualTimeProvider();
        using var cache = NewCache(clock);
        await calling.SetAsync(cache, "k", "old"u8.ToArray());

        await calling.SetAsync(cache, "k", Value, new() { AbsoluteExpiration = clock.GetUtcNow().AddTicks(-1) });

        (await calling.GetAsync(cache, "k")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task A_sliding_expiration_is_refused(Calling calling)
    {
        using var cache = NewCache();

        var error = await Should.ThrowAsync<NotSupportedException>(
            () => calling.SetAsync(cache, "k", Value, new() { SlidingExpiration = TimeSpan.FromMinutes(1) }));

        error.Message.ShouldContain("AbsoluteExpirationRelativeToNow");
    }

    private RedisCache NewCache(TimeProvider? clock = null) => shared.NewCache(options =>
    {
        options.Namespace = _name;
        options.TimeProvider = clock ?? TimeProvider.System;
    });

    private async Task<long> MillisecondsLeftAsync(string key) =>
        long.Parse((await shared.Server.AskAsync($"PTTL {_name}:{key}")).TrimStart(':'), CultureInfo.InvariantCulture);
}
