using Microsoft.Extensions.Caching.Distributed;
using Trellis.Testing;

namespace Trellis.Tests.Caching;

public sealed class LruDistributedCacheExpirationTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LruDistributedCache _cache;

    public LruDistributedCacheExpirationTests() => _cache = new LruDistributedCache(timeProvider: _clock);

    [Fact]
    public void Without_an_expiration_and_a_default_nothing_is_stored()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions());
        _cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void Without_an_expiration_the_default_time_to_live_counts()
    {
        var cache = new LruDistributedCache(defaultTimeToLive: TimeSpan.FromSeconds(2), timeProvider: _clock);
        cache.Set("a", [1], new DistributedCacheEntryOptions());
        _clock.Advance(TimeSpan.FromSeconds(2));
        cache.Get("a").ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void An_expiration_of_its_own_wins_over_the_default()
    {
        var cache = new LruDistributedCache(defaultTimeToLive: TimeSpan.FromSeconds(2), timeProvider: _clock);
        cache.Set("a", [1], new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(9) });
        _clock.Advance(TimeSpan.FromSeconds(8));
        cache.Get("a").ShouldNotBeNull();
    }

    [Fact]
    public void A_point_in_time_is_an_expiration()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions { AbsoluteExpiration = _clock.GetUtcNow().AddSeconds(5) });
        _clock.Advance(TimeSpan.FromSeconds(5));
        _cache.Get("a").ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        _cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void A_point_in_time_that_has_passed_stores_nothing()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions { AbsoluteExpiration = _clock.GetUtcNow() });
        _cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void The_earlier_of_two_absolute_expirations_counts()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions
        {
            AbsoluteExpiration = _clock.GetUtcNow().AddSeconds(5),
            AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(2),
        });
        _clock.Advance(TimeSpan.FromSeconds(3));
        _cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void A_sliding_expiration_begins_anew_with_each_touch()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromSeconds(2) });
        _clock.Advance(TimeSpan.FromSeconds(2));
        _cache.Get("a").ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(2));
        _cache.Refresh("a");
        _clock.Advance(TimeSpan.FromSeconds(2));
        _cache.Get("a").ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(2.1));
        _cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void A_sliding_expiration_ends_at_the_absolute_one()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions
        {
            SlidingExpiration = TimeSpan.FromSeconds(2),
            AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(3),
        });
        _clock.Advance(TimeSpan.FromSeconds(2));
        _cache.Get("a").ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        _cache.Get("a").ShouldBeNull();
    }

    [Fact]
    public void The_longest_time_to_live_does_not_overflow()
    {
        _cache.Set("a", [1], new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.MaxValue });
        _clock.Advance(TimeSpan.FromDays(10_000));
        _cache.Get("a").ShouldNotBeNull();
    }
}
