using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Support;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Tests.Errors;

public sealed class TokenTests : ServerTest
{
    private readonly ForeignIssuer _issuer = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _issuer.Dispose();
    }

    [Theory]
    [MemberData(nameof(PlatformEndpoints.All), MemberType = typeof(PlatformEndpoints))]
    public async Task Without_a_token_nothing_is_answered(string path)
    {
        (await Server.PostAsync(path, "{}")).ShouldBeUnauthorized("mpass_token is required.");
        (await Server.PostAsync(path, """{"mpass_token":null}""")).ShouldBeUnauthorized("mpass_token is required.");
        (await Server.PostAsync(path, """{"mpass_token":"   "}""")).ShouldBeUnauthorized("mpass_token is required.");
    }

    [Theory]
    [MemberData(nameof(PlatformEndpoints.All), MemberType = typeof(PlatformEndpoints))]
    public async Task A_forged_token_is_refused_and_not_echoed(string path)
    {
        using var stranger = new ForeignIssuer();
        var end = Server.Clock.GetUtcNow().AddHours(1);
        string[] forged =
        [
            stranger.Token("ada", end),
            stranger.Token("ada", end, issuer: TrellisIssuer.Name),
            stranger.Token("ada", end, issuer: "https://nobody.example"),
            _issuer.Token("ada", end, algorithm: "none"),
            _issuer.Token("ada", end, issuer: TrellisIssuer.Name, algorithm: "none"),
            _issuer.Token("ada", end, algorithm: "HS256"),
            _issuer.Token("ada", end, keyId: "k2"),
            Ada.Token[..^4] + "AAAA",
            Ada.Token + "A",
            "sk-not-a-jwt",
            new string('x', 9000),
        ];

        foreach (var token in forged)
        {
            var answer = await new AskiiUser(Server, token).CallAsync(path);

            answer.ShouldBeUnauthorized("The mPass token is not valid.");
            answer.Text.ShouldNotContain(token);
        }
    }

    [Fact]
    public async Task A_token_of_a_configured_issuer_is_accepted()
    {
        var carol = new AskiiUser(Server, _issuer.Token("carol", Server.Clock.GetUtcNow().AddHours(1)));

        (await carol.ProvisionAsync()).ShouldBeOk().Json["user_id"]!.GetValue<string>().ShouldBe("carol");
    }

    [Fact]
    public async Task An_expired_token_is_refused_also_when_it_was_accepted_before()
    {
        var user = new AskiiUser(Server, await Server.TokenAsync("ada", lifetime: TimeSpan.FromMinutes(10)));
        (await user.ListAsync()).ShouldBeOk();

        Server.Clock.Advance(TimeSpan.FromMinutes(12));

        (await user.ListAsync()).ShouldBeUnauthorized("The mPass token has expired.");
    }

    [Fact]
    public async Task A_token_in_a_header_counts_for_nothing()
    {
        var answer = await Server.SendAsync(HttpMethod.Post, "/platform/list-keys", Ada.Token, new JsonObject());

        answer.ShouldBeUnauthorized("mpass_token is required.");
    }

    [Fact]
    public async Task Who_has_no_token_is_not_told_what_else_is_wrong()
    {
        var answer = await Server.PostAsync("/platform/provision-key", """{"duration_days":0,"secret":1}""");

        answer.ShouldBeUnauthorized("mpass_token is required.");
    }

    [Theory]
    [InlineData("42", "string_type")]
    [InlineData("[\"a\"]", "string_type")]
    [InlineData("\"\\ud800\"", "string_unicode")]
    public async Task A_token_that_is_no_text_is_named(string token, string type)
    {
        var answer = await Server.PostAsync("/platform/list-keys", $$"""{"mpass_token":{{token}},"other":1}""");

        answer.Status.ShouldBe(422);
        var error = answer.Detail!.AsArray().ShouldHaveSingleItem()!;
        error["loc"]!.ToJsonString().ShouldBe("""["body","mpass_token"]""");
        error["type"]!.GetValue<string>().ShouldBe(type);
    }

    [Fact]
    public async Task Two_tokens_are_one_too_many()
    {
        var answer = await Server.PostAsync("/platform/list-keys", $$"""{"mpass_token":"{{Ada.Token}}","mpass\u005ftoken":"{{Bob.Token}}"}""");

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["type"]!.GetValue<string>().ShouldBe("duplicate_field");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Configuration = _issuer.Configuration });
}
