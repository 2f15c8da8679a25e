using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Tokens;

/// <summary>Whose tokens the server takes.</summary>
public sealed class AcceptedTokenTests(SharedServer server)
{
    [Fact]
    public async Task A_token_of_an_issuer_named_in_the_configuration_is_accepted_and_its_subject_is_the_user()
    {
        using var askii = AskiiClients.Create(server.Url, server.Issuer.Issue("carol@example.org"));
        (await askii.Keys.ListAsync()).UserId.ShouldBe("carol@example.org");
    }

    [Fact]
    public async Task The_developers_token_is_accepted()
    {
        using var askii = AskiiClients.Create(server.Url, server.Process.DeveloperToken);
        (await askii.Models.ListAsync()).Models.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_token_minted_beside_the_running_server_is_accepted_at_once()
    {
        var minted = await server.Process.CommandAsync("token", "--subject", "dave");
        using var askii = AskiiClients.Create(server.Url, minted.Succeeded().Trim());
        (await askii.Keys.ListAsync()).UserId.ShouldBe("dave");
    }

    [Fact]
    public async Task The_same_subject_of_two_issuers_is_two_users()
    {
        var minted = await server.Process.CommandAsync("token", "--subject", "erin");
        using var own = AskiiClients.Create(server.Url, minted.Succeeded().Trim());
        using var foreign = AskiiClients.Create(server.Url, server.Issuer.Issue("erin"));
        await own.Keys.ProvisionAsync(new() { KeyAlias = "mine" });

        (await foreign.Keys.ListAsync()).Keys.ShouldBeEmpty();
    }
}
