using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>The server's own tokens, right and forged.</summary>
public sealed class OwnTokenTests : IdentityTest
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private SigningKeys _keys = null!;
    private TokenValidator _validator = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _keys = Harness.OpenKeys();
        _validator = Harness.Validator(_keys);
    }

    [Fact]
    public async Task A_good_token_speaks_for_its_subject()
    {
        var token = await Harness.Issuer(_keys).IssueAsync(3, "alice", Hour, Cancellation);

        var outcome = await _validator.ValidateAsync(token.Reveal(), Cancellation);

        outcome.Principal.ShouldBe(new TokenPrincipal(3, "https://trellis.local", "alice", token.ExpiresAt));
        outcome.Refusal.ShouldBe(TokenRefusal.None);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task No_token_is_refused(string? token) => (await RefusalAsync(token)).ShouldBe(TokenRefusal.Missing);

    [Theory]
    [InlineData(" ")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.")]
    [InlineData("e30.e30.e30")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.W10.AAAA")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.AAAA.AAAA.AAAA")]
    [InlineData("Bearer abc")]
    [InlineData("é.é.é")]
    public async Task Text_that_is_no_token_is_refused(string token) =>
        (await RefusalAsync(token)).ShouldBeOneOf(TokenRefusal.Malformed, TokenRefusal.UnknownIssuer);

    [Fact]
    public async Task A_token_that_is_too_long_is_refused_before_it_is_read() =>
        (await RefusalAsync(new string('a', 8193))).ShouldBe(TokenRefusal.Oversize);

    [Fact]
    public async Task A_long_token_is_accepted_up_to_the_limit()
    {
        var claims = await ClaimsAsync();
        claims["padding"] = new string('a', 4096);

        (await RefusalAsync(await SignAsync(await HeaderAsync(), claims))).ShouldBe(TokenRefusal.None);
    }

    [Fact]
    public async Task Algorithm_none_is_refused()
    {
        var claims = await ClaimsAsync();

        foreach (var algorithm in new[] { "none", "None", "NONE", "" })
        {
            var token = JwtText.Make(new JsonObject { ["alg"] = algorithm, ["kid"] = await _keys.GetCurrentKeyIdAsync(Cancellation) }, claims, _ => []);
            (await RefusalAsync(token)).ShouldBe(TokenRefusal.AlgorithmNotAllowed, algorithm);
        }
    }

    [Fact]
    public async Task A_token_without_an_algorithm_is_refused()
    {
        var token = JwtText.Make(new JsonObject { ["kid"] = await _keys.GetCurrentKeyIdAsync(Cancellation) }, await ClaimsAsync(), _ => []);

        (await RefusalAsync(token)).ShouldBeOneOf(TokenRefusal.AlgorithmNotAllowed, TokenRefusal.Malformed);
    }

    [Fact]
    public async Task The_public_key_used_as_an_HMAC_key_is_refused()
    {
        var key = await _keys.GetCurrentAsync(Cancellation);
        var header = new JsonObject { ["alg"] = "HS256", ["kid"] = key.KeyId };

        var token = JwtText.Make(header, await ClaimsAsync(), data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.PublicJwk), data));

        (await RefusalAsync(token)).ShouldBe(TokenRefusal.AlgorithmNotAllowed);
    }

    [Fact]
    public async Task A_signature_of_another_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var token = JwtText.Make(await HeaderAsync(), await ClaimsAsync(), data => other.SignData(data, HashAlgorithmName.SHA256));

        (await RefusalAsync(token)).ShouldBe(TokenRefusal.BadSignature);
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_used()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = other.ExportParameters(false).Q;
        var header = await HeaderAsync();
        header["jwk"] = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y),
        };

        var token = JwtText.Make(header, await ClaimsAsync(), data => other.SignData(data, HashAlgorithmName.SHA256));

        (await RefusalAsync(token)).ShouldBe(TokenRefusal.BadSignature);
    }

    [Fact]
    public async Task A_changed_claim_is_refused()
    {
        var token = (await Harness.Issuer(_keys).IssueAsync(1, "alice", Hour, Cancellation)).Reveal();

        (await RefusalAsync(JwtText.WithPayload(token, claims => claims["sub"] = "bob"))).ShouldBe(TokenRefusal.BadSignature);
        (await RefusalAsync(JwtText.WithPayload(token, claims => claims["org"] = 2))).ShouldBe(TokenRefusal.BadSignature);
    }

    [Fact]
    public async Task A_token_without_its_signature_is_refused()
    {
        var token = (await Harness.Issuer(_keys).IssueAsync(1, "alice", Hour, Cancellation)).Reveal();

        (await RefusalAsync(token[..(token.LastIndexOf('.') + 1)])).ShouldBeOneOf(TokenRefusal.BadSignature, TokenRefusal.Malformed);
    }

    [Fact]
    public async Task An_unknown_key_id_is_refused()
    {
        var header = await HeaderAsync();
        header["kid"] = "nobody";

        (await RefusalAsync(await SignAsync(header, await ClaimsAsync()))).ShouldBe(TokenRefusal.UnknownKey);
    }

    [Fact]
    public async Task A_missing_key_id_is_refused()
    {
        var header = await HeaderAsync();
        header.Remove("kid");

        (await RefusalAsync(await SignAsync(header, await ClaimsAsync()))).ShouldBe(TokenRefusal.UnknownKey);
    }

    [Fact]
    public async Task An_extension_that_must_be_understood_is_refused()
    {
        var header = await HeaderAsync();
        header["crit"] = new JsonArray("b64");
        header["b64"] = true;

        (await RefusalAsync(await SignAsync(header, await ClaimsAsync()))).ShouldBe(TokenRefusal.Malformed);
    }

    [Fact]
    public async Task Another_issuer_is_refused() =>
        (await RefusalOfClaimsAsync(claims => claims["iss"] = "https://trellis.local/")).ShouldBe(TokenRefusal.UnknownIssuer);

    [Fact]
    public async Task A_missing_issuer_is_refused() =>
        (await RefusalOfClaimsAsync(claims => claims.Remove("iss"))).ShouldBe(TokenRefusal.UnknownIssuer);

    [Fact]
    public async Task A_token_for_somebody_else_is_refused()
    {
        (await RefusalOfClaimsAsync(claims => claims["aud"] = "other")).ShouldBe(TokenRefusal.WrongAudience);
        (await RefusalOfClaimsAsync(claims => claims.Remove("aud"))).ShouldBe(TokenRefusal.WrongAudience);
        (await RefusalOfClaimsAsync(claims => claims["aud"] = new JsonArray("other", "trellis"))).ShouldBe(TokenRefusal.None);
    }

    [Fact]
    public async Task A_token_of_another_kind_is_refused() =>
        (await RefusalOfClaimsAsync(claims => claims["token_use"] = "id")).ShouldBe(TokenRefusal.WrongUse);

    [Fact]
    public async Task A_subject_that_cannot_be_a_name_is_refused()
    {
        (await RefusalOfClaimsAsync(claims => claims.Remove("sub"))).ShouldBe(TokenRefusal.BadSubject);
        (await RefusalOfClaimsAsync(claims => claims["sub"] = "")).ShouldBe(TokenRefusal.BadSubject);
        (await RefusalOfClaimsAsync(claims => claims["sub"] = "a\0b")).ShouldBe(TokenRefusal.BadSubject);
        (await RefusalOfClaimsAsync(claims => claims["sub"] = new string('a', 256))).ShouldBe(TokenRefusal.BadSubject);
    }

    [Fact]
    public async Task A_token_without_an_organisation_is_refused()
    {
        (await RefusalOfClaimsAsync(claims => claims.Remove("org"))).ShouldBe(TokenRefusal.MissingOrganisation);
        (await RefusalOfClaimsAsync(claims => claims["org"] = 0)).ShouldBe(TokenRefusal.MissingOrganisation);
        (await RefusalOfClaimsAsync(claims => claims["org"] = "one")).ShouldBe(TokenRefusal.MissingOrganisation);
    }

    [Fact]
    public async Task A_token_ends_when_it_says_and_the_skew_has_passed()
    {
        var token = (await Harness.Issuer(_keys).IssueAsync(1, "alice", Hour, Cancellation)).Reveal();

        Harness.Time.Advance(Hour + TimeSpan.FromSeconds(59));
        (await RefusalAsync(token)).ShouldBe(TokenRefusal.None);

        Harness.Time.Advance(TimeSpan.FromSeconds(1));
        (await RefusalAsync(token)).ShouldBe(TokenRefusal.Expired);
    }

    [Fact]
    public async Task A_token_without_an_end_is_refused() =>
        (await RefusalOfClaimsAsync(claims => claims.Remove("exp"))).ShouldBe(TokenRefusal.Expired);

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    public async Task A_token_from_the_future_is_refused(string claim)
    {
        var now = Harness.Time.GetUtcNow().ToUnixTimeSeconds();

        (await RefusalOfClaimsAsync(claims => claims[claim] = now + 61)).ShouldBe(TokenRefusal.NotYetValid);
        (await RefusalOfClaimsAsync(claims => claims[claim] = now + 60)).ShouldBe(TokenRefusal.None);
    }

    [Theory]
    [InlineData("exp", "\"soon\"")]
    [InlineData("exp", "1e300")]
    [InlineData("exp", "-1e300")]
    [InlineData("exp", "9223372036854775807")]
    [InlineData("exp", "null")]
    [InlineData("exp", "{}")]
    [InlineData("nbf", "[]")]
    [InlineData("iat", "\"x\"")]
    [InlineData("iat", "99999999999999999999")]
    [InlineData("sub", "{}")]
    [InlineData("sub", "7")]
    [InlineData("aud", "{}")]
    [InlineData("aud", "[1]")]
    [InlineData("token_use", "7")]
    [InlineData("org", "1.5")]
    [InlineData("org", "1e30")]
    [InlineData("iss", "{}")]
    public async Task A_claim_of_a_wrong_type_never_throws(string claim, string value)
    {
        var header = await HeaderAsync();
        var claims = await ClaimsAsync();
        claims[claim] = JsonNode.Parse(value);

        await Should.NotThrowAsync(async () => await RefusalAsync(await SignAsync(header, claims)));
    }

    [Theory]
    [InlineData("alg", "7")]
    [InlineData("alg", "{}")]
    [InlineData("kid", "7")]
    [InlineData("kid", "null")]
    [InlineData("typ", "[]")]
    public async Task A_header_of_a_wrong_type_never_throws(string name, string value)
    {
        var header = await HeaderAsync();
        header[name] = JsonNode.Parse(value);

        await Should.NotThrowAsync(async () => await RefusalAsync(await SignAsync(header, await ClaimsAsync())));
    }

    private async Task<TokenRefusal> RefusalAsync(string? token) => (await _validator.ValidateAsync(token, Cancellation)).Refusal;

    private async Task<TokenRefusal> RefusalOfClaimsAsync(Action<JsonObject> change)
    {
        var claims = await ClaimsAsync();
        change(claims);
        return await RefusalAsync(await SignAsync(await HeaderAsync(), claims));
    }

    private async Task<string> SignAsync(JsonObject header, JsonObject claims)
    {
        var key = await _keys.GetCurrentAsync(Cancellation);
        return JwtText.Make(header, claims, data => key.Sign(data));
    }

    private async Task<JsonObject> HeaderAsync() =>
        new() { ["alg"] = "ES256", ["kid"] = await _keys.GetCurrentKeyIdAsync(Cancellation), ["typ"] = "JWT" };

    private async Task<JsonObject> ClaimsAsync() =>
        JwtText.Parse((await Harness.Issuer(_keys).IssueAsync(1, "alice", Hour, Cancellation)).Reveal()).Payload;
}
