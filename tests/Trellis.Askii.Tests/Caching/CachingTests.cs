using Microsoft.Extensions.Caching.Distributed;

namespace Trellis.Askii.Tests.Caching;

public sealed class CachingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Two_lists_with_a_ttl_make_one_request()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.KeyList));
        var first = await askii.Client.Keys.ListAsync(Minute);
        var second = await askii.Client.Keys.ListAsync(Minute);
        second.Keys[0].KeyName.ShouldBe(first.Keys[0].KeyName);
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Two_synchronous_lists_with_a_ttl_make_one_request()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.KeyList));
        askii.Client.Keys.List(Minute);
        askii.Client.Keys.List(Minute).Keys.Count.ShouldBe(1);
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_positive_ttl_the_cache_is_neither_read_nor_written()
    {
        using var askii = new AskiiFixture();
        askii.Transport.Enqueue(Golden.Ok(Golden.KeyList), 5);
        await askii.Client.Keys.ListAsync(Minute);
        await askii.Client.Keys.ListAsync();
        await askii.Client.Keys.ListAsync(TimeSpan.Zero);
        await askii.Client.Keys.ListAsync(TimeSpan.FromSeconds(-1));
        askii.Transport.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_answer_expires_with_its_ttl()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.KeyList), Golden.Ok(Golden.KeyList));
        await askii.Client.Keys.ListAsync(TimeSpan.FromSeconds(5));
        askii.Clock.Advance(TimeSpan.FromSeconds(4.9));
        await askii.Client.Keys.ListAsync(TimeSpan.FromSeconds(5));
        askii.Transport.Requests.Count.ShouldBe(1);
        askii.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await askii.Client.Keys.ListAsync(TimeSpan.FromSeconds(5));
        askii.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Provisioning_invalidates_the_list()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.EmptyKeyList), Golden.Ok(Golden.Provisioned), Golden.Ok(Golden.KeyList));
        (await askii.Client.Keys.ListAsync(Minute)).Keys.ShouldBeEmpty();
        await askii.Client.Keys.ProvisionAsync();
        (await askii.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_configuration_is_cached_per_key_and_invalidated_by_an_update()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Config), Golden.Ok(Golden.Config), Golden.Ok(Golden.Updated), Golden.Ok(Golden.Config));
        await askii.Client.Keys.GetConfigAsync("a", Minute);
        await askii.Client.Keys.GetConfigAsync("a", Minute);
        await askii.Client.Keys.GetConfigAsync("b", Minute);
        askii.Transport.Requests.Count.ShouldBe(2);
        await askii.Client.Keys.UpdateModelAsync("a", []);
        await askii.Client.Keys.GetConfigAsync("a", Minute);
        askii.Transport.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Models_stay_cached_when_keys_change()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Models), Golden.Ok(Golden.Revoked));
        await askii.Client.Models.ListAsync(Minute);
        await askii.Client.Keys.RevokeAsync("k");
        await askii.Client.Models.ListAsync(Minute);
        askii.Transport.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(404, 2)]
    [InlineData(500, 3)]
    public async Task A_refused_change_invalidates_nothing_but_one_that_may_have_happened_does(int status, int requests)
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.KeyList), Golden.Error(status), Golden.Ok(Golden.KeyList));
        await askii.Client.Keys.ListAsync(Minute);
        await Should.ThrowAsync<AskiiException>(() => askii.Client.Keys.RevokeAsync("k"));
        await askii.Client.Keys.ListAsync(Minute);
        askii.Transport.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_change_whose_answer_cannot_be_read_invalidates()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.KeyList), Golden.Ok("[]"), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync(Minute);
        await Should.ThrowAsync<AskiiResponseException>(() => askii.Client.Keys.RevokeAsync("k"));
        (await askii.Client.Keys.ListAsync(Minute)).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_a_change_overtook_is_not_used_again()
    {
        // The list is on its way when another client of the same token provisions a key.
        var cache = new LruDistributedCache();
        using var other = new AskiiFixture(options => options.Cache = cache, Golden.Ok(Golden.Provisioned));
        using var askii = new AskiiFixture(
            options =>
            {
                options.Cache = cache;
                options.Hooks.OnRequest = request =>
                {
                    if (request.Path == "/platform/list-keys" && other.Transport.Requests.Count == 0)
                    {
                        other.Client.Keys.Provision();
                    }
                };
            },
            Golden.Ok(Golden.EmptyKeyList),
            Golden.Ok(Golden.KeyList));
        await askii.Client.Keys.ListAsync(Minute);
        (await askii.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Failed_calls_and_unreadable_answers_are_not_cached()
    {
        using var askii = new AskiiFixture(Golden.Error(404), Golden.Ok("[]"), Golden.Ok(Golden.KeyList));
        await Should.ThrowAsync<AskiiNotFoundException>(() => askii.Client.Keys.ListAsync(Minute));
        await Should.ThrowAsync<AskiiResponseException>(() => askii.Client.Keys.ListAsync(Minute));
        (await askii.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_tokens_and_two_servers_never_share_an_answer()
    {
        var cache = new LruDistributedCache();
        using var first = new AskiiFixture(options => options.Cache = cache, Golden.Ok(Golden.KeyList));
        using var token = new AskiiFixture(options => (options.Cache, options.Token) = (cache, "another"), Golden.Ok(Golden.EmptyKeyList));
        using var server = new AskiiFixture(options => (options.Cache, options.BaseUrl) = (cache, new Uri("https://other.test")), Golden.Ok(Golden.EmptyKeyList));
        (await first.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
        (await token.Client.Keys.ListAsync(Minute)).Keys.ShouldBeEmpty();
        (await server.Client.Keys.ListAsync(Minute)).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_clients_of_one_token_share_answers_and_invalidation()
    {
        var cache = new LruDistributedCache();
        using var first = new AskiiFixture(options => options.Cache = cache, Golden.Ok(Golden.KeyList), Golden.Ok(Golden.Revoked));
        using var second = new AskiiFixture(options => options.Cache = cache, Golden.Ok(Golden.EmptyKeyList));
        await first.Client.Keys.ListAsync(Minute);
        (await second.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
        await first.Client.Keys.RevokeAsync("k");
        (await second.Client.Keys.ListAsync(Minute)).Keys.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cache_that_fails_never_fails_a_call_nor_loses_an_answer(bool synchronous)
    {
        using var askii = new AskiiFixture(options => options.Cache = new BrokenCache(), Golden.Ok(Golden.KeyList), Golden.Ok(Golden.Provisioned));
        (synchronous ? askii.Client.Keys.List(Minute) : await askii.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
        (synchronous ? askii.Client.Keys.Provision() : await askii.Client.Keys.ProvisionAsync()).ApiKey.Reveal().ShouldStartWith("sk-");
    }

    [Fact]
    public async Task A_damaged_entry_is_a_miss()
    {
        var cache = new LruDistributedCache();
        using var askii = new AskiiFixture(options => options.Cache = cache, Golden.Ok(Golden.KeyList), Golden.Ok(Golden.KeyList));
        await askii.Client.Keys.ListAsync(Minute);
        await cache.SetAsync("askii:v1:4c5dc9b7:keys:list:noargs", "junk"u8.ToArray(), new() { AbsoluteExpirationRelativeToNow = Minute });
        (await askii.Client.Keys.ListAsync(Minute)).Keys.Count.ShouldBe(1);
        askii.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_escape_hatch_caches_only_with_resource_operation_and_ttl()
    {
        using var askii = new AskiiFixture();
        askii.Transport.Enqueue(Golden.Ok("{}"), 5);
        await askii.Client.RequestAsync(HttpMethod.Post, "/x", options: new() { CacheTtl = Minute, CacheResource = "keys" });
        await askii.Client.RequestAsync(HttpMethod.Post, "/x", options: new() { CacheTtl = Minute, CacheOperation = "op" });
        askii.Transport.Requests.Count.ShouldBe(2);
        var cached = new AskiiRequestOptions { CacheTtl = Minute, CacheResource = "keys", CacheOperation = "op" };
        await askii.Client.RequestAsync(HttpMethod.Post, "/x", options: cached);
        await askii.Client.RequestAsync(HttpMethod.Post, "/x", options: cached);
        askii.Transport.Requests.Count.ShouldBe(3);
    }

    private sealed class BrokenCache : IDistributedCache
    {
        public byte[]? Get(string key) => throw new IOException("cache is down");

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw new IOException("cache is down");

        public void Refresh(string key) => throw new IOException("cache is down");

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new IOException("cache is down");

        public void Remove(string key) => throw new IOException("cache is down");

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new IOException("cache is down");

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new IOException("cache is down");

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            throw new IOException("cache is down");
    }
}
