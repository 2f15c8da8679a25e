using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed class EndUserTokenTests : IdentityTest
{
    private const string Application = "prj_1";

    [Fact]
    public async Task A_token_speaks_for_its_user_and_session()
    {
        var tokens = Tokens();

        var issued = await IssueAsync(tokens);

        var (token, refusal) = await tokens.ValidateAsync(issued.Reveal(), Application, Cancellation);
        refusal.ShouldBe(TokenRefusal.None);
        token.ShouldBe(new EndUserToken("user", "session", issued.ExpiresAt));
        issued.ExpiresAt.ShouldBe(Harness.Time.GetUtcNow() + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task No_other_application_takes_it()
    {
        var tokens = Tokens();

        (await tokens.ValidateAsync((await IssueAsync(tokens)).Reveal(), "prj_2", Cancellation)).Refusal.ShouldBe(TokenRefusal.WrongAudience);
    }

    [Fact]
    public async Task The_server_itself_does_not_take_it_and_its_own_tokens_are_not_taken_here()
    {
        var keys = Harness.OpenKeys();
        var tokens = Tokens(keys);
        var own = await Harness.Issuer(keys).IssueAsync(1, "user", TimeSpan.FromHours(1), Cancellation);

        (await Harness.Validator(keys).ValidateAsync((await IssueAsync(tokens)).Reveal(), Cancellation)).IsValid.ShouldBeFalse();
        (await tokens.ValidateAsync(own.Reveal(), TrellisIssuer.Audience, Cancellation)).Refusal.ShouldBe(TokenRefusal.WrongUse);
        await Should.ThrowAsync<ArgumentException>(() => tokens.IssueAsync(TrellisIssuer.Audience, "user", "session", null, TimeSpan.FromHours(1), Cancellation).AsTask());
    }

    [Fact]
    public async Task It_ends_to_the_second()
    {
        var tokens = Tokens();
        var issued = await IssueAsync(tokens);

        Harness.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        (await tokens.ValidateAsync(issued.Reveal(), Application, Cancellation)).Token.ShouldNotBeNull();
        Harness.Time.Advance(TimeSpan.FromSeconds(1));

        (await tokens.ValidateAsync(issued.Reveal(), Application, Cancellation)).Refusal.ShouldBe(TokenRefusal.Expired);
    }

    [Fact]
    public async Task Another_algorithm_another_key_and_changed_claims_are_refused()
    {
        var tokens = Tokens();
        var parts = (await IssueAsync(tokens)).Reveal().Split('.');

        var none = Base64Url.EncodeToString("""{"alg":"none"}"""u8);
        (await tokens.ValidateAsync($"{none}.{parts[1]}.", Application, Cancellation)).Refusal.ShouldBe(TokenRefusal.AlgorithmNotAllowed);
        var foreign = await IssueAsync(new EndUserTokens(
            Harness.OpenKeys(Path.Combine(Harness.Folder, "other.pem")), new IdentityOptions(), Harness.Time, RandomNumberGenerator.Create()));
        (await tokens.ValidateAsync($"{parts[0]}.{parts[1]}.{foreign.Reveal().Split('.')[2]}", Application, Cancellation)).Refusal.ShouldBe(TokenRefusal.BadSignature);
        var changed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("\"user\"", "\"root\"", StringComparison.Ordinal)));
        (await tokens.ValidateAsync($"{parts[0]}.{changed}.{parts[2]}", Application, Cancellation)).Refusal.ShouldBe(TokenRefusal.BadSignature);
    }

    [Theory]
    [InlineData(null, TokenRefusal.Missing)]
    [InlineData("", TokenRefusal.Missing)]
    [InlineData("a.b.c", TokenRefusal.Malformed)]
    [InlineData("nonsense", TokenRefusal.Malformed)]
    public async Task Anything_else_is_refused(string? text, TokenRefusal refusal) =>
        (await Tokens().ValidateAsync(text, Application, Cancellation)).Refusal.ShouldBe(refusal);

    private EndUserTokens Tokens(SigningKeys? keys = null) =>
        new(keys ?? Harness.OpenKeys(), new IdentityOptions(), Harness.Time, RandomNumberGenerator.Create());

    private static ValueTask<IssuedToken> IssueAsync(EndUserTokens tokens) =>
        tokens.IssueAsync(Application, "user", "session", "a@b.co", TimeSpan.FromHours(1), Cancellation);
}
