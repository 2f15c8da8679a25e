using System.Net.Http.Headers;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Identity;

public sealed class LoginTests : ServerTest
{
    private const string ReadPath = "/api/v1/agents/nowhere";

    [Fact]
    public async Task The_cookie_of_a_login_opens_what_reads()
    {
        var (cookie, _) = await LogInAsync();

        (await SendAsync("GET", cookie)).ShouldBeRefused(404, "not_found");
    }

    [Fact]
    public async Task What_changes_something_needs_the_csrf_token_beside_the_cookie()
    {
        var (cookie, csrf) = await LogInAsync();

        (await SendAsync("POST", cookie)).ShouldBeRefused(403, "csrf_required");
        (await SendAsync("POST", cookie, "wrong")).ShouldBeRefused(403, "csrf_required");
        (await SendAsync("POST", cookie, csrf)).ShouldBeRefused(404, "not_found");
    }

    [Fact]
    public async Task A_bearer_needs_no_csrf_token() => (await Server.PostAsync(ReadPath)).ShouldBeRefused(404, "not_found");

    [Fact]
    public async Task A_wrong_bearer_is_refused_though_the_cookie_is_good()
    {
        var (cookie, csrf) = await LogInAsync();

        (await Server.SendAsync("GET", ReadPath, null, request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("X-Akshi-Csrf", csrf);
        })).ShouldBeRefused(401, "unauthorized");
    }

    [Fact]
    public async Task A_login_sets_two_cookies_of_which_scripts_see_one()
    {
        var reply = await Server.SendAsync("POST", "/api/v1/auth/login", $$"""{"token":"{{Server.Token}}"}""", static _ => { });

        var cookies = reply.ShouldBe(200).Headers.GetValues("Set-Cookie").ToArray();
        cookies.Length.ShouldBe(2);
        cookies.ShouldAllBe(cookie => cookie.Contains("path=/") && cookie.Contains("samesite=strict"));
        cookies.Single(cookie => cookie.StartsWith("akshi_dashboard_token=", StringComparison.Ordinal)).ShouldContain("httponly");
        cookies.Single(cookie => cookie.StartsWith("akshi_csrf=", StringComparison.Ordinal)).ShouldNotContain("httponly");
    }

    [Fact]
    public async Task A_wrong_token_logs_nobody_in() =>
        (await Server.SendAsync("POST", "/api/v1/auth/login", """{"token":"wrong"}""", static _ => { })).ShouldBeRefused(401, "unauthorized");

    [Fact]
    public async Task A_logout_clears_both_cookies()
    {
        var reply = await Server.SendAsync("POST", "/api/v1/auth/logout", null, static _ => { });

        reply.ShouldBe(200).Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("expires=Thu, 01 Jan 1970"));
    }

    private async Task<(string Cookie, string Csrf)> LogInAsync()
    {
        var reply = await Server.SendAsync("POST", "/api/v1/auth/login", $$"""{"token":"{{Server.Token}}"}""", static _ => { });
        var pairs = reply.ShouldBe(200).Headers.GetValues("Set-Cookie").Select(static cookie => cookie.Split(';')[0]);
        return (string.Join("; ", pairs), reply.Json["csrf_token"]!.GetValue<string>());
    }

    private Task<Reply> SendAsync(string method, string cookie, string? csrf = null) => Server.SendAsync(method, ReadPath, null, request =>
    {
        request.Headers.Add("Cookie", cookie);
        if (csrf is not null)
            request.Headers.Add("X-Akshi-Csrf", csrf);
    });
}
