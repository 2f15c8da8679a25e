using System.Text.Json;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed class TokenIssuerTests : IdentityTest
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_token_has_the_claims_of_an_access_token()
    {
        var keys = Harness.OpenKeys();

        var token = await Harness.Issuer(keys).IssueAsync(3, "alice", Hour, Cancellation);

        var now = Harness.Time.GetUtcNow().ToUnixTimeSeconds();
        var (header, payload) = JwtText.Parse(token.Reveal());
        header["alg"]!.GetValue<string>().ShouldBe("ES256");
        header["kid"]!.GetValue<string>().ShouldBe(await keys.GetCurrentKeyIdAsync(Cancellation));
        payload["iss"]!.GetValue<string>().ShouldBe("https://trellis.local");
        payload["aud"]!.GetValue<string>().ShouldBe("trellis");
        payload["sub"]!.GetValue<string>().ShouldBe("alice");
        payload["org"]!.GetValue<long>().ShouldBe(3);
        payload["token_use"]!.GetValue<string>().ShouldBe("access");
        payload["iat"]!.GetValue<long>().ShouldBe(now);
        payload["exp"]!.GetValue<long>().ShouldBe(now + 3600);
        payload["jti"]!.GetValue<string>().ShouldBe(token.Id);
        token.ExpiresAt.ShouldBe(Harness.Time.GetUtcNow() + Hour);
    }

    [Fact]
    public async Task Two_tokens_have_ids_of_their_own()
    {
        var issuer = Harness.Issuer(Harness.OpenKeys());

        (await issuer.IssueAsync(1, "alice", Hour, Cancellation)).Id.ShouldNotBe((await issuer.IssueAsync(1, "alice", Hour, Cancellation)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task A_subject_that_cannot_be_a_name_is_refused(string subject) =>
        await Should.ThrowAsync<ArgumentException>(async () =>
            await Harness.Issuer(Harness.OpenKeys()).IssueAsync(1, subject, Hour, Cancellation));

    [Fact]
    public async Task A_subject_that_is_too_long_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(async () =>
            await Harness.Issuer(Harness.OpenKeys()).IssueAsync(1, new string('a', 256), Hour, Cancellation));

    [Fact]
    public async Task An_issued_token_does_not_print_itself()
    {
        var token = await Harness.Issuer(Harness.OpenKeys()).IssueAsync(1, "alice", Hour, Cancellation);

        var printed = $"{token} {JsonSerializer.Serialize(token)}";

        foreach (var part in token.Reveal().Split('.'))
            printed.ShouldNotContain(part);
    }

    [Fact]
    public async Task No_identity_service_prints_a_secret()
    {
        var keys = Harness.OpenKeys();
        var token = (await Harness.Issuer(keys).IssueAsync(1, "alice", Hour, Cancellation)).Reveal();
        var validator = Harness.Validator(keys);
        var outcome = await validator.ValidateAsync(token, Cancellation);
        var pem = await File.ReadAllTextAsync(Harness.KeyFile, Cancellation);

        var printed = $"{keys} {await keys.GetCurrentAsync(Cancellation)} {validator} {outcome} {new IdentityOptions { SigningKeyFile = "f" }}";

        printed.ShouldNotContain(token);
        printed.ShouldNotContain(pem.Split('\n')[1]);
    }
}
