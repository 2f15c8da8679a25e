using Trellis.Askii;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Keys;

/// <summary>What one user cannot see or do of another's.</summary>
public sealed class UserIsolationTests(SharedServer server)
{
    [Fact]
    public async Task A_user_does_not_see_the_keys_of_another()
    {
        using var alice = server.NewClient();
        using var bob = server.NewClient();
        await alice.Keys.ProvisionAsync(new() { KeyAlias = "hers" });

        (await bob.Keys.ListAsync()).Keys.ShouldBeEmpty();
        (await alice.Keys.ListAsync()).Keys.ShouldHaveSingleItem().KeyAlias.ShouldBe("hers");
    }

    [Fact]
    public async Task A_key_of_another_user_is_not_found_even_by_who_holds_it()
    {
        using var alice = server.NewClient();
        using var bob = server.NewClient();
        var hers = (await alice.Keys.ProvisionAsync(new() { KeyAlias = "hers" })).ApiKey.Reveal();

        foreach (var reference in new[] { "hers", hers })
        {
            await Should.ThrowAsync<AskiiNotFoundException>(bob.Keys.GetConfigAsync(reference));
            await Should.ThrowAsync<AskiiNotFoundException>(bob.Keys.UpdateModelAsync(reference, []));
            await Should.ThrowAsync<AskiiNotFoundException>(bob.Keys.RevokeAsync(reference));
        }

        (await alice.Keys.ListAsync()).Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_users_may_give_the_same_alias()
    {
        using var alice = server.NewClient();
        using var bob = server.NewClient();
        await alice.Keys.ProvisionAsync(new() { KeyAlias = "agent" });
        await bob.Keys.ProvisionAsync(new() { KeyAlias = "agent" });

        await bob.Keys.RevokeAsync("agent");
        (await alice.Keys.GetConfigAsync("agent")).KeyAlias.ShouldBe("agent");
    }
}
