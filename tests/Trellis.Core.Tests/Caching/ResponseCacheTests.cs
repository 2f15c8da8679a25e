using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Testing;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Caching;

public sealed class ResponseCacheTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly byte[] Answer = "answer"u8.ToArray();
    private static readonly Secret Token = new("token");

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task An_answer_is_found_again()
    {
        var cache = Cache(new LruDistributedCache(timeProvider: _clock));
        await StoreAsync(cache, Policy(Hour));
        (await FindAsync(cache, Policy(Hour))).ShouldBe(Answer);
    }

    [Fact]
    public async Task An_answer_may_live_longer_than_a_generation_usually_does()
    {
        var cache = Cache(new LruDistributedCache(timeProvider: _clock));
        await StoreAsync(cache, Policy(TimeSpan.FromDays(3)));
        _clock.Advance(TimeSpan.FromDays(2.9));
        (await FindAsync(cache, Policy(Hour))).ShouldBe(Answer);
    }

    [Fact]
    public async Task An_answer_whose_generation_has_expired_is_a_miss()
    {
        var cache = Cache(new LruDistributedCache(timeProvider: _clock));
        await cache.LookUpAsync(Policy(Hour), Token, Transfer.Async, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromHours(23.5));
        await StoreAsync(cache, Policy(Hour));
        (await FindAsync(cache, Policy(Hour))).ShouldBe(Answer);
        _clock.Advance(TimeSpan.FromHours(0.6));
        (await FindAsync(cache, Policy(Hour))).ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_that_a_change_overtook_is_a_miss()
    {
        var cache = Cache(new LruDistributedCache(timeProvider: _clock));
        await StoreAsync(cache, Policy(Hour));
        var entry = await cache.LookUpAsync(Policy(Hour, "other"), Token, Transfer.Async, TestContext.Current.CancellationToken);
        await cache.InvalidateAsync("keys", Token, Transfer.Async);
        await cache.StoreAsync(entry, Policy(Hour, "other"), Answer, Transfer.Async, TestContext.Current.CancellationToken);
        (await FindAsync(cache, Policy(Hour, "other"))).ShouldBeNull();
        (await FindAsync(cache, Policy(Hour))).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_calls_that_race_to_begin_a_generation_the_last_wins_and_the_other_is_a_miss()
    {
        var store = new ScriptedCache(new LruDistributedCache(timeProvider: _clock));
        var cache = Cache(store);
        CacheEntry overtaken = default;
        store.BeforeSet = async () =>
        {
            store.BeforeSet = null;
            overtaken = await cache.LookUpAsync(Policy(Hour), Token, Transfer.Async, CancellationToken.None);
        };
        var last = await cache.LookUpAsync(Policy(Hour), Token, Transfer.Async, TestContext.Current.CancellationToken);
        await cache.StoreAsync(overtaken, Policy(Hour), "overtaken"u8.ToArray(), Transfer.Async, TestContext.Current.CancellationToken);
        (await FindAsync(cache, Policy(Hour))).ShouldBeNull();
        await cache.StoreAsync(last, Policy(Hour), Answer, Transfer.Async, TestContext.Current.CancellationToken);
        (await FindAsync(cache, Policy(Hour))).ShouldBe(Answer);
    }

    [Fact]
    public async Task Two_tokens_whose_hashes_collide_never_see_each_others_answers()
    {
        var cache = Cache(new ScriptedCache(new LruDistributedCache(timeProvider: _clock)) { Key = key => string.Join(':', key.Split(':').Where((_, part) => part != 2)) });
        await StoreAsync(cache, Policy(Hour));
        var other = await cache.LookUpAsync(Policy(Hour), new Secret("another"), Transfer.Async, TestContext.Current.CancellationToken);
        other.Answer.ShouldBeNull();
    }

    [Fact]
    public async Task Two_questions_whose_hashes_collide_never_get_each_others_answers()
    {
        var cache = Cache(new ScriptedCache(new LruDistributedCache(timeProvider: _clock)) { Key = key => key[..key.LastIndexOf(':')] + (key.EndsWith(":generation", StringComparison.Ordinal) ? ":g" : "") });
        await StoreAsync(cache, Policy(Hour, "get", "one"));
        (await FindAsync(cache, Policy(Hour, "get", "two"))).ShouldBeNull();
        (await FindAsync(cache, Policy(Hour, "get", "one"))).ShouldBe(Answer);
    }

    [Fact]
    public async Task Even_a_cache_with_a_single_place_never_gives_a_wrong_answer()
    {
        var cache = Cache(new ScriptedCache(new LruDistributedCache(timeProvider: _clock)) { Key = _ => "same" });
        await StoreAsync(cache, Policy(Hour, "get", "one"));
        (await FindAsync(cache, Policy(Hour, "list"))).ShouldBeNull();
        (await FindAsync(cache, Policy(Hour, "get", "one"))).ShouldBeNull();
    }

    [Fact]
    public async Task Two_servers_never_share_an_answer()
    {
        var store = new LruDistributedCache(timeProvider: _clock);
        await StoreAsync(Cache(store), Policy(Hour));
        (await FindAsync(Cache(store, "https://other.test"), Policy(Hour))).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cache_that_gives_up_by_itself_is_empty(bool synchronous)
    {
        var store = new ScriptedCache(new LruDistributedCache(timeProvider: _clock)) { BeforeGet = () => throw new TaskCanceledException("The cache timed out.") };
        var entry = await Cache(store).LookUpAsync(
            Policy(Hour), Token, synchronous ? Transfer.Blocking : Transfer.Async, TestContext.Current.CancellationToken);
        entry.Stamp.ShouldBeNull();
        entry.Answer.ShouldBeNull();
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_look_up()
    {
        using var cancellation = new CancellationTokenSource();
        var store = new ScriptedCache(new LruDistributedCache(timeProvider: _clock))
        {
            BeforeGet = () =>
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
        };
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await Cache(store).LookUpAsync(Policy(Hour), Token, Transfer.Async, cancellation.Token));
    }

    [Theory]
    [BothForms]
    public async Task Cancellation_while_the_answer_is_stored_does_not_lose_it(Form form)
    {
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.ReplyAsync(context, "arrived"));
        using var cancellation = new CancellationTokenSource();
        var store = new ScriptedCache(new LruDistributedCache(timeProvider: _clock));
        using var client = new LoopbackClient(server.Url, options =>
        {
            options.Cache = store;
            options.Hooks.OnResponse = _ => store.BeforeSet = () =>
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            };
        });
        (await client.CallAsync(form, cache: Policy(Hour), cancellationToken: cancellation.Token)).Text.ShouldBe("arrived");
    }

    private static CachePolicy Policy(TimeSpan timeToLive, string operation = "list", string? argument = null) =>
        new("keys", operation, argument is null ? null : new Dictionary<string, object?> { ["key"] = argument }, timeToLive);

    private static async Task StoreAsync(ResponseCache cache, CachePolicy policy)
    {
        var entry = await cache.LookUpAsync(policy, Token, Transfer.Async, CancellationToken.None);
        await cache.StoreAsync(entry, policy, Answer, Transfer.Async, CancellationToken.None);
    }

    private static async Task<byte[]?> FindAsync(ResponseCache cache, CachePolicy policy) =>
        (await cache.LookUpAsync(policy, Token, Transfer.Async, CancellationToken.None)).Answer;

    private static ResponseCache Cache(Microsoft.Extensions.Caching.Distributed.IDistributedCache store, string url = "https://api.test") =>
        new("loopback", new LoopbackClientOptions { BaseUrl = new Uri(url), Cache = store }, NullLogger.Instance);
}
