using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Auth;

public abstract partial class AuthSuite
{
    [Fact]
    public async Task Registering_answers_in_the_spellings_of_all_clients()
    {
        var reply = await RegisterAsync();

        Text(reply, "accessToken").ShouldBe(Text(reply, "token"));
        Text(reply, "refreshToken").ShouldStartWith("ac_refresh_");
        reply.Json["success"]!.GetValue<bool>().ShouldBeTrue();
        reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var user = reply.Json["user"]!.AsObject();
        foreach (var (one, other) in ((string, string)[])[("createdAt", "created_at"), ("customFields", "profile_extras")])
            JsonNode.DeepEquals(user[one], user[other]).ShouldBeTrue();
        user["emailVerified"]!.GetValue<bool>().ShouldBeFalse();
        user["email_verified_at"].ShouldBeNull();
    }

    [Fact]
    public async Task The_path_names_the_project_by_slug_or_id_and_no_key_is_needed()
    {
        var id = (await First.GetAsync("/v1/projects/current")).Json["id"]!.GetValue<string>();
        await RegisterAsync();
        const string Body = $$"""{"email":"a@b.co","password":"{{Password}}"}""";

        (await Server.SendAsync("POST", $"/api/v1/public/projects/{id}/auth/login", null, Body)).ShouldBe(200);
        (await Server.SendAsync("POST", "/api/v1/public/projects/nowhere/auth/login", null, Body)).ShouldBeRefused(404, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Refusals_have_the_codes_that_this_surfaces_clients_know()
    {
        await RegisterAsync();

        var exists = await CallAsync("POST", "/register", $$"""{"email":"a@b.co","password":"{{Password}}"}""");
        exists.ShouldBe(409).Code.ShouldBe("AUTH_USER_EXISTS");
        exists.Json["error"]!.GetValue<string>().ShouldBe(exists.Message);
        (await LoginAsync(password: "x")).ShouldBe(401).Code.ShouldBe("AUTH_INVALID_CREDENTIALS");
        (await LoginAsync("c@b.co", "x")).Text.ShouldBe((await LoginAsync(password: "x")).Text);
        (await CallAsync("GET", "/me")).ShouldBe(401).Code.ShouldBe("AUTH_TOKEN_INVALID");
        (await CallAsync("GET", "/me", bearer: "aa.bb.cc")).ShouldBe(401).Code.ShouldBe("AUTH_TOKEN_INVALID");
    }

    [Fact]
    public async Task A_user_sees_and_changes_itself()
    {
        var token = Text(await RegisterAsync(), "token");

        var changed = (await CallAsync(
            "PATCH", "/me", """{"name":"K","avatar_url":"https://x.example/a.png","avatar_image_id":"img","customFields":{"plan":"pro"}}""", token)).ShouldBe(200);
        var user = (await CallAsync("GET", "/me", bearer: token)).ShouldBe(200).Json["user"]!;

        JsonNode.DeepEquals(user, changed.Json["user"]).ShouldBeTrue();
        user["name"]!.GetValue<string>().ShouldBe("K");
        user["avatar_url"]!.GetValue<string>().ShouldBe("https://x.example/a.png");
        user["customFields"]!["plan"]!.GetValue<string>().ShouldBe("pro");

        (await CallAsync("DELETE", "/me/avatar", bearer: token)).ShouldBe(200).Json["message"]!.GetValue<string>().ShouldNotBeEmpty();
        var after = (await CallAsync("PATCH", "/me", """{"name":null}""", token)).ShouldBe(200).Json["user"]!;
        after["avatar_url"].ShouldBeNull();
        after["avatar_image_id"].ShouldBeNull();
        after["name"].ShouldBeNull();
        after["customFields"]!["plan"]!.GetValue<string>().ShouldBe("pro");
        (await CallAsync("PATCH", "/me", """{"avatar_url":"javascript:alert(1)"}""", token)).ShouldBlame("avatar_url");
    }

    [Fact]
    public async Task An_access_token_ends_after_an_hour()
    {
        var token = Text(await RegisterAsync(), "token");

        Server.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        (await CallAsync("GET", "/me", bearer: token)).ShouldBe(200);
        Server.Clock.Advance(TimeSpan.FromSeconds(1));

        (await CallAsync("GET", "/me", bearer: token)).ShouldBe(401).Code.ShouldBe("AUTH_TOKEN_EXPIRED");
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_once()
    {
        var first = await RegisterAsync();
        Server.Clock.Advance(TimeSpan.FromHours(2));

        var second = (await RefreshAsync(Text(first, "refreshToken"))).ShouldBe(200);

        Text(second, "refreshToken").ShouldNotBe(Text(first, "refreshToken"));
        (await CallAsync("GET", "/me", bearer: Text(second, "token"))).ShouldBe(200);
        (await RefreshAsync(Text(second, "refreshToken"))).ShouldBe(200);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_a_second_time_ends_the_session_for_everybody()
    {
        var first = await RegisterAsync();
        var elsewhere = (await LoginAsync()).ShouldBe(200);
        var second = (await RefreshAsync(Text(first, "refreshToken"))).ShouldBe(200);

        (await RefreshAsync(Text(first, "refreshToken"))).ShouldBe(401).Code.ShouldBe("AUTH_TOKEN_INVALID");

        (await RefreshAsync(Text(second, "refreshToken"))).ShouldBe(401);
        (await CallAsync("GET", "/me", bearer: Text(second, "token"))).ShouldBe(401);
        (await CallAsync("GET", "/me", bearer: Text(elsewhere, "token"))).ShouldBe(200);
        (await Server.Store.ReadAsync(
            session => Kernel.Storage.SqlSessionExtensions.QueryIntegerAsync(session, $"SELECT COUNT(*) FROM audit_records WHERE event_type = {"end_user_refresh_token_reused"}"),
            AerostackServer.Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_that_bring_one_refresh_token_at_once_at_most_one_gets_new_tokens()
    {
        var token = Text(await RegisterAsync(), "refreshToken");

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(token)));

        replies.Count(static reply => reply.Status == 200).ShouldBe(1);
        (await RefreshAsync(Text(replies.Single(static reply => reply.Status == 200), "refreshToken"))).ShouldBe(401);
    }

    [Fact]
    public async Task A_session_that_nobody_refreshes_ends_after_thirty_days()
    {
        var token = Text(await RegisterAsync(), "refreshToken");

        Server.Clock.Advance(TimeSpan.FromDays(30));

        (await RefreshAsync(token)).ShouldBe(401);
    }

    [Fact]
    public async Task Logging_out_ends_both_tokens()
    {
        var reply = await RegisterAsync();
        var body = new JsonObject { ["refreshToken"] = Text(reply, "refreshToken"), ["accessToken"] = Text(reply, "token") }.ToJsonString();

        (await CallAsync("POST", "/logout", body, Text(reply, "token"))).ShouldAnswer("""{"success":true}""");

        (await CallAsync("GET", "/me", bearer: Text(reply, "token"))).ShouldBe(401);
        (await RefreshAsync(Text(reply, "refreshToken"))).ShouldBe(401);
        (await CallAsync("POST", "/logout", body, Text(reply, "token"))).ShouldBe(401);
    }
}
