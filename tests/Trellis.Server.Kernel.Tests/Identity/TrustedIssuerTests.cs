using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>Tokens of other issuers.</summary>
public sealed class TrustedIssuerTests : IdentityTest
{
    // Making an RSA key takes a good part of a second, and no test changes it.
    private static readonly ForeignIssuer Idp = new();

    private string JwksFile => Path.Combine(Harness.Folder, "jwks.json");

    [Fact]
    public async Task A_token_is_checked_with_a_key_from_a_file()
    {
        var validator = await FromFileAsync(organisation: 5);

        var outcome = await validator.ValidateAsync(Idp.Issue(ForeignIssuer.Claims(Harness.Time)), Cancellation);

        outcome.Principal.ShouldBe(new TokenPrincipal(5, ForeignIssuer.Name, "alice", Harness.Time.GetUtcNow().AddMinutes(10)));
    }

    [Fact]
    public async Task A_token_is_checked_with_a_key_from_an_address()
    {
        await using var server = await JwksServer.StartAsync(ForeignIssuer.Jwks(Idp.Jwk));
        var validator = From(server);

        (await RefusalAsync(validator, Token())).ShouldBe(TokenRefusal.None);
        (await RefusalAsync(validator, Token("bob"))).ShouldBe(TokenRefusal.None);
        server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task The_RSA_key_used_as_an_HMAC_key_is_refused()
    {
        var validator = await FromFileAsync();
        var header = new JsonObject { ["alg"] = "HS256", ["kid"] = Idp.KeyId };

        var token = JwtText.Make(
            header, ForeignIssuer.Claims(Harness.Time), data => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Idp.PublicPem), data));

        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.AlgorithmNotAllowed);
    }

    [Fact]
    public async Task Another_algorithm_of_the_same_key_is_refused()
    {
        var validator = await FromFileAsync();

        var token = Idp.Issue(ForeignIssuer.Claims(Harness.Time), header => header["alg"] = "PS256");

        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.AlgorithmNotAllowed);
    }

    [Fact]
    public async Task A_key_of_anotherIdp_is_refused()
    {
        using var attacker = new ForeignIssuer(Idp.KeyId);
        var validator = await FromFileAsync();

        (await RefusalAsync(validator, attacker.Issue(ForeignIssuer.Claims(Harness.Time)))).ShouldBe(TokenRefusal.BadSignature);
    }

    [Fact]
    public async Task A_foreign_key_does_not_sign_for_the_server_itself()
    {
        var validator = await FromFileAsync();
        var claims = ForeignIssuer.Claims(Harness.Time);
        claims["iss"] = TrellisIssuer.Name;

        (await RefusalAsync(validator, Idp.Issue(claims))).ShouldBe(TokenRefusal.AlgorithmNotAllowed);
    }

    [Fact]
    public async Task A_token_that_names_no_beginning_is_valid()
    {
        var validator = await FromFileAsync();
        var claims = ForeignIssuer.Claims(Harness.Time);
        claims.Remove("iat");

        (await RefusalAsync(validator, Idp.Issue(claims))).ShouldBe(TokenRefusal.None);
    }

    [Fact]
    public async Task The_audience_is_looked_at_when_one_is_configured()
    {
        var validator = await FromFileAsync(audience: "app");
        var withoutAudience = ForeignIssuer.Claims(Harness.Time);
        var right = ForeignIssuer.Claims(Harness.Time);
        right["aud"] = "app";
        var wrong = ForeignIssuer.Claims(Harness.Time);
        wrong["aud"] = "other";
        var wrongClient = ForeignIssuer.Claims(Harness.Time);
        wrongClient["client_id"] = "other";

        (await RefusalAsync(validator, Idp.Issue(withoutAudience))).ShouldBe(TokenRefusal.None);
        (await RefusalAsync(validator, Idp.Issue(right))).ShouldBe(TokenRefusal.None);
        (await RefusalAsync(validator, Idp.Issue(wrong))).ShouldBe(TokenRefusal.WrongAudience);
        (await RefusalAsync(validator, Idp.Issue(wrongClient))).ShouldBe(TokenRefusal.WrongAudience);
    }

    [Fact]
    public async Task An_unknown_key_id_fetches_the_keys_again()
    {
        using var next = new ForeignIssuer("key-2");
        await using var server = await JwksServer.StartAsync(ForeignIssuer.Jwks(Idp.Jwk));
        var validator = From(server);
        await RefusalAsync(validator, Token());

        server.Jwks = ForeignIssuer.Jwks(Idp.Jwk, next.Jwk);
        Harness.Time.Advance(TimeSpan.FromSeconds(30));

        (await RefusalAsync(validator, next.Issue(ForeignIssuer.Claims(Harness.Time)))).ShouldBe(TokenRefusal.None);
        server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task However_many_unknown_key_ids_arrive_the_keys_are_fetched_once_per_interval()
    {
        await using var server = await JwksServer.StartAsync(ForeignIssuer.Jwks(Idp.Jwk));
        var validator = From(server);
        await RefusalAsync(validator, Token());

        for (var i = 0; i < 20; i++)
        {
            Harness.Time.Advance(TimeSpan.FromSeconds(3));
            var stranger = Idp.Issue(ForeignIssuer.Claims(Harness.Time), header => header["kid"] = $"stranger-{i}");
            (await RefusalAsync(validator, stranger)).ShouldBe(TokenRefusal.UnknownKey);
        }

        server.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task Known_keys_stay_in_use_when_a_fetch_fails()
    {
        await using var server = await JwksServer.StartAsync(ForeignIssuer.Jwks(Idp.Jwk));
        var validator = From(server);
        await RefusalAsync(validator, Token());

        server.Jwks = null;
        Harness.Time.Advance(TimeSpan.FromHours(2));

        (await RefusalAsync(validator, Token())).ShouldBe(TokenRefusal.None);
        server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_theIdp_withdrew_is_refused_after_the_next_fetch()
    {
        using var next = new ForeignIssuer("key-2");
        await using var server = await JwksServer.StartAsync(ForeignIssuer.Jwks(Idp.Jwk));
        var validator = From(server);
        var claims = ForeignIssuer.Claims(Harness.Time);
        claims["exp"] = Harness.Time.GetUtcNow().AddDays(1).ToUnixTimeSeconds();
        var token = Idp.Issue(claims);
        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.None);

        server.Jwks = ForeignIssuer.Jwks(next.Jwk);
        Harness.Time.Advance(TimeSpan.FromHours(1));

        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.UnknownKey);
    }

    [Fact]
    public async Task Without_any_keys_the_refusal_says_so()
    {
        await using var server = await JwksServer.StartAsync(null);
        var validator = From(server);

        (await RefusalAsync(validator, Token())).ShouldBe(TokenRefusal.KeysUnavailable);

        server.Jwks = ForeignIssuer.Jwks(Idp.Jwk);
        Harness.Time.Advance(TimeSpan.FromSeconds(30));
        (await RefusalAsync(validator, Token())).ShouldBe(TokenRefusal.None);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await JwksServer.StartAsync(null);
        server.FailureStatus = 302;

        (await RefusalAsync(From(server), Token())).ShouldBe(TokenRefusal.KeysUnavailable);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task An_answer_that_is_no_key_set_is_a_failure(string answer)
    {
        await using var server = await JwksServer.StartAsync(answer);

        (await RefusalAsync(From(server), Token())).ShouldBe(TokenRefusal.KeysUnavailable);
    }

    [Fact]
    public async Task Keys_that_do_not_fit_are_passed_over()
    {
        var encryption = Idp.Jwk;
        encryption["use"] = "enc";
        var other = Idp.Jwk;
        other["alg"] = "RS512";
        var nameless = Idp.Jwk;
        nameless.Remove("kid");
        await File.WriteAllTextAsync(
            JwksFile,
            ForeignIssuer.Jwks(encryption, other, nameless, new JsonObject { ["kty"] = "oct", ["kid"] = Idp.KeyId, ["k"] = "AAAA" }),
            Cancellation);

        (await RefusalAsync(FromFile(1, null), Token())).ShouldBe(TokenRefusal.UnknownKey);
    }

    private static async Task<TokenRefusal> RefusalAsync(TokenValidator validator, string token) =>
        (await validator.ValidateAsync(token, Cancellation)).Refusal;

    private string Token(string subject = "alice")
    {
        var claims = ForeignIssuer.Claims(Harness.Time);
        claims["sub"] = subject;
        return Idp.Issue(claims);
    }

    private TokenValidator From(JwksServer server) =>
        Harness.Validator(Harness.OpenKeys(), new TrustedIssuer { Issuer = ForeignIssuer.Name, JwksUri = server.Uri });

    private async Task<TokenValidator> FromFileAsync(long organisation = 1, string? audience = null)
    {
        await File.WriteAllTextAsync(JwksFile, ForeignIssuer.Jwks(Idp.Jwk), Cancellation);
        return FromFile(organisation, audience);
    }

    private TokenValidator FromFile(long organisation, string? audience) => Harness.Validator(
        Harness.OpenKeys(),
        new TrustedIssuer { Issuer = ForeignIssuer.Name, JwksFile = JwksFile, OrganisationId = organisation, Audience = audience });
}
