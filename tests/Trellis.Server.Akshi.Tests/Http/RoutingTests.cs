using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Http;

public sealed class RoutingTests : ServerTest
{
    [Fact]
    public async Task Health_answers_in_the_form_of_both_clients()
    {
        var reply = (await Server.GetAsync("/api/v1/health")).ShouldBe(200);

        reply.Json["ok"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["status"]!.GetValue<string>().ShouldBe("ok");
        reply.Json["version"]!.GetValue<string>().ShouldBe("0.5.0");
        reply.Json["uptime_ms"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task A_trailing_slash_is_tolerated() => (await Server.GetAsync("/api/v1/health/")).ShouldBe(200);

    [Fact]
    public async Task A_wrong_method_is_told_the_right_one() =>
        (await Server.DeleteAsync("/api/v1/health")).ShouldBeRefused(405, "method_not_allowed").Allow.ShouldBe(["GET"]);

    [Theory]
    [InlineData("/api/v1/agents/nowhere/else")]
    [InlineData("/.well-known/nothing")]
    public async Task An_unknown_path_is_not_found(string path) => (await Server.GetAsync(path)).ShouldBeRefused(404, "not_found");

    [Theory]
    [InlineData("{", "invalid_json")]
    [InlineData("[1]", "invalid_json")]
    [InlineData("""{"token":1}""", "bad_request")]
    [InlineData("{}", "bad_request")]
    public async Task A_broken_body_is_refused_with_the_reason(string body, string error) =>
        (await Server.PostAsync("/api/v1/auth/login", body)).ShouldBeRefused(400, error);

    [Fact]
    public async Task Another_type_than_json_is_refused() =>
        (await Server.SendAsync("POST", "/api/v1/auth/login", null, static request =>
            request.Content = new StringContent("token=x", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded")))
        .ShouldBeRefused(415, "unsupported_media_type");

    [Fact]
    public async Task A_body_over_the_limit_is_refused() =>
        (await Server.PostAsync("/api/v1/auth/login", $$"""{"token":"{{new string('x', 1 << 20)}}"}""")).ShouldBeRefused(413, "payload_too_large");
}
