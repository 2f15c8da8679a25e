using System.Net;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Chat;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.SharedStore;

/// <summary>Servers side by side: what one has done, the other knows on the next request.</summary>
public sealed class TwoServersTests(TwoServers servers) : IClassFixture<TwoServers>
{
    [Fact]
    public async Task A_key_made_on_one_works_on_the_other_at_once()
    {
        var (_, first, second) = await servers.StartedAsync();
        using var askii = await NewClientAsync(first);
        using var chat = new ChatCaller(second.Url);

        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent", MaxBudget = 1 });
        (await chat.AskAsync(key.ApiKey, ChatBodies.Ask())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().Spend.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_key_revoked_on_one_is_refused_by_the_other_on_the_next_request()
    {
        var (_, first, second) = await servers.StartedAsync();
        using var askii = await NewClientAsync(first);
        using var chat = new ChatCaller(second.Url);
        var key = await askii.Keys.ProvisionAsync();
        (await chat.ListModelsAsync(key.ApiKey)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await askii.Keys.RevokeAsync(key.ApiKey.Reveal());
        (await chat.ListModelsAsync(key.ApiKey)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_minted_beside_one_is_accepted_by_the_other()
    {
        var (_, first, second) = await servers.StartedAsync();
        foreach (var (minter, server) in new[] { (first, second), (second, first) })
        {
            using var askii = AskiiClients.Create(server.Url, await MintAsync(minter));
            (await askii.Keys.ListAsync()).Keys.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_developers_token_of_each_is_accepted_by_the_other()
    {
        var (_, first, second) = await servers.StartedAsync();
        foreach (var (owner, server) in new[] { (first, second), (second, first) })
        {
            using var askii = AskiiClients.Create(server.Url, owner.DeveloperToken);
            (await askii.Models.ListAsync()).Models.ShouldNotBeEmpty();
        }
    }

    private static async Task<AskiiClient> NewClientAsync(ServerProcess server) => AskiiClients.Create(server.Url, await MintAsync(server));

    private static async Task<string> MintAsync(ServerProcess server) =>
        (await server.CommandAsync("token", "--subject", $"user-{Guid.NewGuid():N}")).Succeeded().Trim();
}
