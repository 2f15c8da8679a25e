using Trellis.Testing;

namespace Trellis.Cli.Tests.Aerostack.Auth;

public sealed class AuthTests
{
    private const string Session = """
        {"token":"the-token","user":{"id":"u-1","email":"ada@example.com","name":"Ada","createdAt":"2026-08-01T00:00:00Z","metadata":{"team":"a"}},
         "expiresAt":"2026-08-01T01:00:00Z"}
        """;

    [Fact]
    public async Task A_user_is_made_and_the_session_shown()
    {
        var cli = AerostackCli.Create(StubAnswer.Json(201, Session));
        cli.Variables["TRELLIS_AEROSTACK_PASSWORD"] = "correct horse";
        var result = await cli.AerostackAsync("auth", "signup", "ada@example.com", "--name", "Ada", "--metadata", """{"team":"a"}""");
        result.Json()["token"]!.GetValue<string>().ShouldBe("the-token");
        result.Json()["user"]!["metadata"]!["team"]!.GetValue<string>().ShouldBe("a");
        var sent = cli.Transport.LastRequest.ReadJson();
        sent.GetProperty("password").GetString().ShouldBe("correct horse");
        sent.GetProperty("name").GetString().ShouldBe("Ada");
    }

    [Fact]
    public async Task A_session_begins()
    {
        var cli = AerostackCli.Create(Answers.Ok(Session));
        var result = await cli.AerostackAsync("auth", "signin", "ada@example.com", "--password", "correct horse", "-o", "table");
        result.Output.ShouldContain("the-token");
        cli.Transport.LastRequest.Path.ShouldBe("/v1/auth/signin");
    }

    [Fact]
    public async Task A_wrong_password_exits_with_2_and_is_not_repeated()
    {
        var cli = AerostackCli.Create(StubAnswer.Json(401, """{"code":"AUTH_INVALID_CREDENTIALS","message":"Wrong e-mail address or password."}"""));
        var result = await cli.AerostackAsync("auth", "signin", "ada@example.com", "--password", "correct horse");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("AUTH_INVALID_CREDENTIALS");
        result.Error.ShouldNotContain("correct horse");
    }

    [Fact]
    public async Task A_missing_password_is_a_usage_error()
    {
        var cli = AerostackCli.Create();
        (await cli.AerostackAsync("auth", "signin", "ada@example.com")).ExitCode.ShouldBe(2);
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
