using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class IsolationTests : ServerTest
{
    [Fact]
    public async Task Nobody_sees_the_keys_of_another()
    {
        await Ada.KeyAsync();

        (await Bob.ListAsync()).ShouldBeOk().Text.ShouldBe("""{"user_id":"bob","keys":[]}""");
    }

    [Theory]
    [InlineData("revoke-key")]
    [InlineData("get-key-config")]
    [InlineData("update-key-model")]
    public async Task For_nobody_else_a_key_exists_by_whatever_it_is_called(string endpoint)
    {
        var key = await Ada.KeyAsync(new() { ["key_alias"] = "mine" });
        await Bob.KeyAsync();

        foreach (var reference in new[] { key, "mine", $"sk-...{key[^4..]}" })
        {
            var answer = endpoint switch
            {
                "revoke-key" => await Bob.RevokeAsync(reference),
                "get-key-config" => await Bob.ConfigAsync(reference),
                _ => await Bob.UpdateAsync(reference, ["trellis-echo"]),
            };

            answer.Status.ShouldBe(404);
            answer.Text.ShouldBe("""{"detail":"Key not found."}""");
        }

        var untouched = await Ada.OnlyKeyAsync();
        untouched["models"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_subject_of_another_organisation_is_somebody_else()
    {
        var other = await OtherOrganisationAsync();
        await Ada.KeyAsync(new() { ["key_alias"] = "mine" });

        (await other.ListAsync()).ShouldBeOk().Json["keys"]!.AsArray().ShouldBeEmpty();
        (await other.RevokeAsync("mine")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_same_subject_of_another_issuer_is_somebody_else()
    {
        using var foreign = new ForeignIssuer();
        await using var server = await AskiiServer.StartAsync(new ServerSetup { Configuration = foreign.Configuration });
        var local = await server.UserAsync("ada");
        await local.KeyAsync(new() { ["key_alias"] = "mine" });
        var ada = new AskiiUser(server, foreign.Token("ada", server.Clock.GetUtcNow().AddHours(1)));

        (await ada.ListAsync()).ShouldBeOk().Text.ShouldBe("""{"user_id":"ada","keys":[]}""");
        (await ada.ConfigAsync("mine")).Status.ShouldBe(404);
    }

    private async Task<AskiiUser> OtherOrganisationAsync()
    {
        await Server.ExecuteAsync(new("INSERT INTO organisations (id, name, created_at) VALUES (2, 'other', 0)"));
        return new AskiiUser(Server, await Server.TokenAsync("ada", organisationId: 2));
    }
}
