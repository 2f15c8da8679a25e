using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Trellis.Testing;

namespace Trellis.Tests.Caching;

public sealed class LruDistributedCacheTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LruDistributedCache _cache;

    public LruDistributedCacheTests() => _cache = new LruDistributedCache(capacity: 3, timeProvider: _clock);

    [Fact]
    public void A_key_never_stored_is_a_miss() => _cache.Get("a").ShouldBeNull();

    [Fact]
    public void A_value_comes_back()
    {
        Set("a", 5);
        Has("a").ShouldBeTrue();
        _cache.Get("a").ShouldBe("a"u8.ToArray());
    }

    [Fact]
    public async Task Synchronous_and_asynchronous_callers_share_the_entries()
    {
        var token = TestContext.Current.CancellationToken;
        await _cache.SetAsync("a", [1], Ttl(TimeSpan.FromSeconds(5)), token);
        _cache.Get("a").ShouldBe([1]);
        await _cache.RefreshAsync("a", token);
        (await _cache.GetAsync("a", token)).ShouldBe([1]);
        await _cache.RemoveAsync("a", token);
        Has("a").ShouldBeFalse();
    }

    [Theory]
    [InlineData(4.9, true)]
    [InlineData(5.0, true)]
    [InlineData(5.1, false)]
    public void An_entry_lives_up_to_its_deadline_and_no_longer(double seconds, bool isAlive)
    {
        Set("a", 5);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Has("a").ShouldBe(isAlive);
    }

    [Fact]
    public void An_expired_entry_counts_until_it_is_asked_for()
    {
        Set("a", 0.5);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _cache.Count.ShouldBe(1);
        Has("a").ShouldBeFalse();
        _cache.Count.ShouldBe(0);
    }

    [Fact]
    public void The_entry_not_touched_for_the_longest_time_goes_first()
    {
        Set("a", 5);
        Set("b", 5);
        Set("c", 5);
        Has("a").ShouldBeTrue();
        Set("d", 5);
        Has("b").ShouldBeFalse();
        Has("a").ShouldBeTrue();
        Has("c").ShouldBeTrue();
        Has("d").ShouldBeTrue();
    }

    [Fact]
    public void Writing_and_refreshing_touch_an_entry_too()
    {
        Set("a", 5);
        Set("b", 5);
        Set("c", 5);
        Set("a", 5);
        _cache.Refresh("b");
        Set("d", 5);
        Has("c").ShouldBeFalse();
        _cache.Count.ShouldBe(3);
    }

    [Fact]
    public void A_replaced_entry_lives_by_its_new_deadline()
    {
        Set("a", 1);
        Set("a", 5);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Has("a").ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_cache_without_room_is_refused(int capacity) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LruDistributedCache(capacity));

    [Fact]
    public void The_default_room_is_1024_entries()
    {
        var cache = new LruDistributedCache(timeProvider: _clock);
        for (var i = 0; i < 1025; i++) cache.Set($"{i}", [], Ttl(TimeSpan.FromSeconds(5)));
        cache.Count.ShouldBe(1024);
        cache.Get("0").ShouldBeNull();
    }

    [Fact]
    public void Removing_by_prefix_leaves_other_resources()
    {
        Set("v1:keys:list", 5);
        Set("v1:keys:get", 5);
        Set("v1:models:list", 5);
        _cache.RemoveByPrefix("v1:keys");
        _cache.Count.ShouldBe(1);
        Has("v1:models:list").ShouldBeTrue();
    }

    [Fact]
    public void Clearing_leaves_nothing()
    {
        Set("a", 5);
        _cache.Clear();
        _cache.Count.ShouldBe(0);
        Has("a").ShouldBeFalse();
    }

    [Fact]
    public void A_caller_cannot_change_what_is_cached()
    {
        byte[] stored = [1];
        _cache.Set("a", stored, Ttl(TimeSpan.FromSeconds(5)));
        stored[0] = 2;
        _cache.Get("a")![0] = 3;
        _cache.Get("a").ShouldBe([1]);
    }

    [Fact]
    public async Task A_cancelled_caller_gets_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => _cache.GetAsync("a", cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => _cache.SetAsync("a", [], new(), cancelled));
    }

    [Fact]
    public void Many_threads_never_exceed_the_room()
    {
        Parallel.For(0, 4000, i =>
        {
            var key = $"{i % 7}";
            if (i % 3 == 0) _cache.Remove(key);
            else if (i % 2 == 0) Set(key, 5);
            else if (_cache.Get(key) is { } value) Encoding.UTF8.GetString(value).ShouldBe(key);
            _cache.Count.ShouldBeLessThanOrEqualTo(3);
        });
    }

    private static DistributedCacheEntryOptions Ttl(TimeSpan timeToLive) => new() { AbsoluteExpirationRelativeToNow = timeToLive };

    private void Set(string key, double seconds) => _cache.Set(key, Encoding.UTF8.GetBytes(key), Ttl(TimeSpan.FromSeconds(seconds)));

    private bool Has(string key) => _cache.Get(key) is not null;
}
