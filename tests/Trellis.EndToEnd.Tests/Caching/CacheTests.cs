using Trellis.Askii;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Caching;

/// <summary>Answers from the client's memory, against a server whose data change.</summary>
public sealed class CacheTests(SharedServer server)
{
    private static readonly TimeSpan Ttl = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_cached_answer_stays_until_the_client_changes_something_itself()
    {
        var token = server.NewToken();
        using var askii = AskiiClients.Create(server.Url, token);
        using var other = AskiiClients.Create(server.Url, token);
        (await askii.Keys.ListAsync(Ttl)).Keys.ShouldBeEmpty();

        await other.Keys.ProvisionAsync(new() { KeyAlias = "behind-its-back" });
        (await askii.Keys.ListAsync(Ttl)).Keys.ShouldBeEmpty();

        await askii.Keys.UpdateModelAsync("behind-its-back", []);
        (await askii.Keys.ListAsync(Ttl)).Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_call_without_a_time_to_live_asks_the_server()
    {
        var token = server.NewToken();
        using var askii = AskiiClients.Create(server.Url, token);
        using var other = AskiiClients.Create(server.Url, token);
        await askii.Keys.ListAsync(Ttl);
        await other.Keys.ProvisionAsync();

        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_of_one_user_is_never_given_to_another_who_shares_the_cache()
    {
        var cache = new LruDistributedCache();
        using var alice = server.NewClient(options => options.Cache = cache);
        using var bob = server.NewClient(options => options.Cache = cache);
        await alice.Keys.ProvisionAsync();

        (await alice.Keys.ListAsync(Ttl)).Keys.ShouldHaveSingleItem();
        (await bob.Keys.ListAsync(Ttl)).Keys.ShouldBeEmpty();
    }
}
