using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Auth;

public abstract partial class AuthSuite
{
    [Fact]
    public async Task A_code_lets_somebody_new_in_and_verifies_the_address()
    {
        (await SendCodeAsync("a@b.co")).ShouldBe(200).Json["success"]!.GetValue<bool>().ShouldBeTrue();
        var code = (await MessageAsync("otp"))["code"]!.GetValue<string>();
        code.ShouldMatch("^[0-9]{6}$");

        var user = (await VerifyCodeAsync("a@b.co", code)).ShouldBe(200).Json["user"]!;

        user["email"]!.GetValue<string>().ShouldBe("a@b.co");
        user["emailVerified"]!.GetValue<bool>().ShouldBeTrue();
        (await VerifyCodeAsync("a@b.co", code)).ShouldBe(400).Code.ShouldBe("AUTH_OTP_INVALID");
    }

    [Fact]
    public async Task Who_signed_up_with_an_address_of_somebody_else_loses_it_to_its_owner()
    {
        var stranger = await RegisterAsync();
        await SendCodeAsync("a@b.co");

        var owner = (await VerifyCodeAsync("a@b.co", (await MessageAsync("otp"))["code"]!.GetValue<string>())).ShouldBe(200);

        (await LoginAsync()).ShouldBe(401);
        (await CallAsync("GET", "/me", bearer: Text(stranger, "token"))).ShouldBe(401);
        (await RefreshAsync(Text(stranger, "refreshToken"))).ShouldBe(401);
        (await CallAsync("GET", "/me", bearer: Text(owner, "token"))).ShouldBe(200);
    }

    [Fact]
    public async Task A_code_may_go_to_a_telephone()
    {
        (await CallAsync("POST", "/otp/send", """{"phone":"+49 (170) 123-4567"}""")).ShouldBe(200);
        var message = await MessageAsync("otp", "+491701234567");
        message["channel"]!.GetValue<string>().ShouldBe("sms");

        var user = (await CallAsync("POST", "/otp/verify", $$"""{"phone":"+491701234567","code":"{{message["code"]}}"}""")).ShouldBe(200).Json["user"]!;

        user["phone"]!.GetValue<string>().ShouldBe("+491701234567");
    }

    [Fact]
    public async Task Who_asks_for_a_code_or_a_link_does_not_learn_whether_there_is_a_user()
    {
        await RegisterAsync();

        foreach (var path in (string[])["/otp/send", "/reset-password-request", "/resend-verification"])
        {
            var known = (await CallAsync("POST", path, """{"email":"a@b.co"}""")).ShouldBe(200);
            var unknown = (await CallAsync("POST", path, """{"email":"c@b.co"}""")).ShouldBe(200);
            unknown.Text.ShouldBe(known.Text);
        }

        (await MessageAsync("no_account", "c@b.co"))["token"].ShouldBeNull();
    }

    [Fact]
    public async Task A_code_can_be_guessed_five_times()
    {
        await SendCodeAsync("a@b.co");
        var code = (await MessageAsync("otp"))["code"]!.GetValue<string>();
        var wrong = code == "000000" ? "000001" : "000000";

        for (var guess = 0; guess < 4; guess++)
            (await VerifyCodeAsync("a@b.co", wrong)).ShouldBe(400).Code.ShouldBe("AUTH_OTP_INVALID");
        (await VerifyCodeAsync("a@b.co", code)).ShouldBe(200);

        await SendCodeAsync("a@b.co");
        code = (await MessageAsync("otp"))["code"]!.GetValue<string>();
        wrong = code == "000000" ? "000001" : "000000";
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => VerifyCodeAsync("a@b.co", wrong)));
        (await VerifyCodeAsync("a@b.co", code)).ShouldBe(400).Code.ShouldBe("AUTH_OTP_INVALID");
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes_and_with_the_next_one()
    {
        await SendCodeAsync("a@b.co");
        var first = (await MessageAsync("otp"))["code"]!.GetValue<string>();
        Server.Clock.Advance(TimeSpan.FromMinutes(10));
        (await VerifyCodeAsync("a@b.co", first)).ShouldBe(400).Code.ShouldBe("AUTH_OTP_EXPIRED");

        await SendCodeAsync("a@b.co");
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await SendCodeAsync("a@b.co");
        (await VerifyCodeAsync("a@b.co", (await MessageAsync("otp"))["code"]!.GetValue<string>())).ShouldBe(200);
    }

    [Fact]
    public async Task The_link_of_the_message_verifies_the_address_once()
    {
        var access = Text(await RegisterAsync(), "token");
        var token = (await MessageAsync("verify_email"))["token"]!.GetValue<string>();

        (await CallAsync("GET", $"/verify-email?token={Uri.EscapeDataString(token)}")).ShouldBe(200).Json["success"]!.GetValue<bool>().ShouldBeTrue();

        (await CallAsync("GET", "/me", bearer: access)).Json["user"]!["emailVerified"]!.GetValue<bool>().ShouldBeTrue();
        (await CallAsync("GET", $"/verify-email?token={Uri.EscapeDataString(token)}")).ShouldBe(400).Code.ShouldBe("AUTH_TOKEN_INVALID");
        (await CallAsync("GET", "/verify-email")).ShouldBlame("token");
    }

    [Fact]
    public async Task A_reset_sets_the_password_and_ends_all_sessions()
    {
        var before = await RegisterAsync();
        (await CallAsync("POST", "/reset-password-request", """{"email":"a@b.co"}""")).ShouldBe(200);
        var token = (await MessageAsync("reset_password"))["token"]!.GetValue<string>();
        var body = new JsonObject { ["token"] = token, ["newPassword"] = "Another-Horse-1" }.ToJsonString();
        (await CallAsync("POST", "/reset-password", new JsonObject { ["token"] = token, ["newPassword"] = "weakweak" }.ToJsonString()))
            .ShouldBe(400).Code.ShouldBe("AUTH_PASSWORD_WEAK");

        (await CallAsync("POST", "/reset-password", body)).ShouldBe(200);

        (await LoginAsync()).ShouldBe(401);
        (await LoginAsync(password: "Another-Horse-1")).ShouldBe(200);
        (await CallAsync("GET", "/me", bearer: Text(before, "token"))).ShouldBe(401);
        (await RefreshAsync(Text(before, "refreshToken"))).ShouldBe(401);
        (await CallAsync("POST", "/reset-password", body)).ShouldBe(400).Code.ShouldBe("AUTH_RESET_TOKEN_INVALID");
    }

    [Fact]
    public async Task A_reset_link_ends_after_an_hour()
    {
        await RegisterAsync();
        await CallAsync("POST", "/password-reset/request", """{"email":"a@b.co"}""");
        var token = (await MessageAsync("reset_password"))["token"]!.GetValue<string>();

        Server.Clock.Advance(TimeSpan.FromHours(1));

        (await CallAsync("POST", "/password-reset/confirm", new JsonObject { ["token"] = token, ["newPassword"] = "Another-Horse-1" }.ToJsonString()))
            .ShouldBe(400).Code.ShouldBe("AUTH_RESET_TOKEN_INVALID");
        (await LoginAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task A_message_is_read_with_the_projects_own_secret_key_and_can_be_forgotten()
    {
        await RegisterAsync();
        var message = await MessageAsync("verify_email");
        var other = await First.OtherProjectAsync();

        (await other.GetAsync($"{Plain}/outbox")).Json["messages"]!.AsArray().ShouldBeEmpty();
        (await other.DeleteAsync($"{Plain}/outbox/{message["id"]}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.DeleteAsync($"{Plain}/outbox/{message["id"]}")).ShouldAnswer("""{"success":true}""");
        (await First.GetAsync($"{Plain}/outbox")).Json["messages"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_store_holds_no_password_code_link_or_token()
    {
        var reply = await RegisterAsync();
        await SendCodeAsync("a@b.co");
        string[] secrets =
        [
            Password, Text(reply, "token"), Text(reply, "refreshToken"),
            (await MessageAsync("verify_email"))["token"]!.GetValue<string>(),
            $"\"code\":\"{(await MessageAsync("otp"))["code"]}\"",
        ];

        foreach (var table in (string[])["aerostack_users", "aerostack_sessions", "aerostack_refresh_tokens", "aerostack_codes", "aerostack_outbox"])
        {
            var text = await DumpAsync(table);
            text.ShouldNotBeEmpty(table);
            foreach (var secret in secrets)
                text.ShouldNotContain(secret);
        }
    }

    private protected Task<Reply> SendCodeAsync(string email) => CallAsync("POST", "/otp/send", $$"""{"email":"{{email}}"}""");

    private protected Task<Reply> VerifyCodeAsync(string email, string code) => CallAsync("POST", "/otp/verify", $$"""{"email":"{{email}}","code":"{{code}}"}""");

    private protected async Task<string> DumpAsync(string table)
    {
        var columns = table switch
        {
            "aerostack_users" => "COALESCE(email, '') || COALESCE(password, '') || metadata",
            "aerostack_sessions" => "id || user_id",
            "aerostack_refresh_tokens" => "hash || session_id",
            "aerostack_codes" => "target || digest",
            _ => "recipient || kind || sealed_content",
        };
        var rows = await Server.Store.ReadAsync(
            session => session.QueryAsync($"SELECT {new Kernel.Storage.SqlFragment(columns)} FROM {new Kernel.Storage.SqlFragment(table)}", static row => row.Text(0)),
            AerostackServer.Cancellation);
        return new StringBuilder().AppendJoin('\n', rows).ToString();
    }
}
