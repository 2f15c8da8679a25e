using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Auth;

public abstract partial class AuthSuite
{
    private protected const string SignUpBody = """{"email":"a@b.co","password":"long enough","metadata":{"a":null,"n":{"b":null}},"name":"J"}""";

    [Fact]
    public async Task Signing_up_is_answered_with_201_and_all_that_old_clients_require()
    {
        var reply = (await First.PostAsync($"{Plain}/signup", SignUpBody)).ShouldBe(201);

        reply.ContentType.ShouldBe("application/json");
        Text(reply, "token").Split('.').Length.ShouldBe(3);
        Text(reply, "expiresAt").ShouldBe("2026-01-01T01:00:00Z");
        var user = reply.Json["user"]!;
        Guid.TryParse(user["id"]!.GetValue<string>(), out _).ShouldBeTrue();
        user["email"]!.GetValue<string>().ShouldBe("a@b.co");
        user["name"]!.GetValue<string>().ShouldBe("J");
        user["createdAt"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
        JsonNode.DeepEquals(user["metadata"], JsonNode.Parse("""{"a":null,"n":{"b":null}}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_token_has_the_documented_claims_one_algorithm_and_the_same_end_as_the_answer()
    {
        var reply = (await First.PostAsync($"{Plain}/signup", SignUpBody)).ShouldBe(201);

        var parts = Text(reply, "token").Split('.').Take(2)
            .Select(static part => JsonNode.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part)))!).ToList();
        parts[0]["alg"]!.GetValue<string>().ShouldBe("ES256");
        parts[1]["sub"]!.GetValue<string>().ShouldBe(reply.Json["user"]!["id"]!.GetValue<string>());
        parts[1]["email"]!.GetValue<string>().ShouldBe("a@b.co");
        parts[1]["aud"]!.GetValue<string>().ShouldStartWith("prj_");
        DateTimeOffset.FromUnixTimeSeconds(parts[1]["exp"]!.GetValue<long>()).ShouldBe(DateTimeOffset.Parse(Text(reply, "expiresAt")));
    }

    [Theory]
    [InlineData("a@b.co")]
    [InlineData("A@B.CO")]
    public async Task An_address_signs_up_once(string email)
    {
        await First.PostAsync($"{Plain}/signup", SignUpBody);

        var reply = await First.PostAsync($"{Plain}/signup", $$"""{"email":"{{email}}","password":"another one"}""");

        reply.ShouldBeRefused(409, "VALIDATION_ERROR").Json["details"]!["reason"]!.GetValue<string>().ShouldBe("user_exists");
    }

    [Fact]
    public async Task Of_many_that_sign_up_with_one_address_at_once_one_succeeds()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => First.PostAsync($"{Plain}/signup", SignUpBody)));

        replies.Count(static reply => reply.Status == 201).ShouldBe(1);
        replies.Count(static reply => reply.Status == 409).ShouldBe(7);
    }

    [Fact]
    public async Task Signing_in_works_with_the_right_password_in_any_case_of_the_address()
    {
        await First.PostAsync($"{Plain}/signup", SignUpBody);

        (await First.PostAsync($"{Plain}/signin", """{"email":"A@b.co","password":"long enough"}""")).ShouldBe(200)
            .Json["user"]!["email"]!.GetValue<string>().ShouldBe("a@b.co");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_user_get_the_same_answer()
    {
        await First.PostAsync($"{Plain}/signup", SignUpBody);

        var wrong = (await First.PostAsync($"{Plain}/signin", """{"email":"a@b.co","password":"x"}""")).ShouldBeRefused(401, "AUTH_INVALID_CREDENTIALS");
        var unknown = (await First.PostAsync($"{Plain}/signin", """{"email":"c@b.co","password":"x"}""")).ShouldBeRefused(401, "AUTH_INVALID_CREDENTIALS");

        unknown.Text.ShouldBe(wrong.Text);
    }

    [Fact]
    public async Task A_public_key_lets_users_in_and_no_key_does_not()
    {
        var page = await First.WithPublicKeyAsync();

        (await page.PostAsync($"{Plain}/signup", SignUpBody)).ShouldBe(201);
        (await page.GetAsync($"{Plain}/outbox")).ShouldBeRefused(403, "FORBIDDEN");
        (await Server.SendAsync("POST", $"{Plain}/signin", null, SignUpBody)).ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    [Fact]
    public async Task Users_of_another_project_are_other_users()
    {
        var token = Text((await First.PostAsync($"{Plain}/signup", SignUpBody)).ShouldBe(201), "token");
        var other = await First.OtherProjectAsync();

        (await other.PostAsync($"{Plain}/signin", """{"email":"a@b.co","password":"long enough"}""")).ShouldBeRefused(401, "AUTH_INVALID_CREDENTIALS");
        (await other.PostAsync($"{Plain}/signup", SignUpBody)).ShouldBe(201);
        (await Server.SendAsync("GET", $"{Plain}/me", other.Key, null, request => request.Headers.Authorization = new("Bearer", token)))
            .ShouldBeRefused(401, "AUTH_INVALID_CREDENTIALS");
        (await Server.SendAsync("GET", $"{Plain}/me", First.Key, null, request => request.Headers.Authorization = new("Bearer", token))).ShouldBe(200);
    }

    [Fact]
    public async Task A_users_token_opens_nothing_of_the_server_itself()
    {
        var token = Text((await First.PostAsync($"{Plain}/signup", SignUpBody)).ShouldBe(201), "token");

        (await Server.SendAsync("GET", "/v1/projects/current", null, null, request => request.Headers.Authorization = new("Bearer", token)))
            .ShouldBeRefused(401, "AUTH_INVALID_KEY");
        var tokens = (Kernel.Identity.TokenValidator)Server.Services.GetService(typeof(Kernel.Identity.TokenValidator))!;
        (await tokens.ValidateAsync(token, AerostackServer.Cancellation)).IsValid.ShouldBeFalse();
    }
}
