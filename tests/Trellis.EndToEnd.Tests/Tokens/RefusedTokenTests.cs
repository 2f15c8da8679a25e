using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Tokens;

/// <summary>Tokens that are almost good, and must not be good enough.</summary>
public sealed class RefusedTokenTests(SharedServer server)
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    [Fact]
    public Task A_token_signed_by_another_key_is_refused()
    {
        using var forger = new TokenIssuer();
        return ShouldBeRefusedAsync(forger.Issue("alice"));
    }

    [Fact]
    public Task A_token_without_a_signature_is_refused() => ShouldBeRefusedAsync(TokenIssuer.Unsigned(server.NewToken()));

    [Fact]
    public Task The_developers_token_without_its_signature_is_refused() =>
        ShouldBeRefusedAsync(TokenIssuer.Unsigned(server.Process.DeveloperToken));

    [Fact]
    public Task A_token_of_an_unknown_issuer_is_refused() =>
        ShouldBeRefusedAsync(server.Issuer.Issue("alice", claims => claims["iss"] = "https://elsewhere.example"));

    [Fact]
    public Task A_token_of_a_known_issuer_that_claims_to_be_the_servers_own_is_refused() =>
        ShouldBeRefusedAsync(server.Issuer.Issue("alice", claims => (claims["iss"], claims["aud"], claims["org"]) = ("https://trellis.local", "trellis", 1)));

    [Fact]
    public async Task A_token_that_has_ended_is_refused_and_the_caller_is_told_so()
    {
        var ended = TimeProvider.System.GetUtcNow().Subtract(LongAgo).ToUnixTimeSeconds();
        var refusal = await RefusalAsync(server.Issuer.Issue("alice", claims => claims["exp"] = ended));
        refusal.Message.ShouldContain("expired");
    }

    [Fact]
    public Task A_token_that_was_changed_is_refused()
    {
        var parts = server.NewToken().Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["sub"] = "root";
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return ShouldBeRefusedAsync(string.Join('.', parts));
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("..")]
    [InlineData("sk-0000000000000000")]
    public Task What_is_no_token_is_refused(string text) => ShouldBeRefusedAsync(text);

    private async Task ShouldBeRefusedAsync(string token) => (await RefusalAsync(token)).Status.ShouldBe(401);

    private async Task<AskiiAuthException> RefusalAsync(string token)
    {
        using var askii = AskiiClients.Create(server.Url, token);
        return await Should.ThrowAsync<AskiiAuthException>(askii.Keys.ListAsync());
    }
}
