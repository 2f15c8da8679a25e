using System.Globalization;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Http;

public sealed class RateLimitTests : ServerTest
{
    [Theory]
    [InlineData("GET", "/api/v1/health", true, 200)]
    [InlineData("GET", "/api/v1/agents/nowhere", true, 404)]
    [InlineData("GET", "/api/v1/agents/nowhere", false, 401)]
    [InlineData("PUT", "/api/v1/health", true, 405)]
    public async Task Every_answer_says_what_is_left(string method, string path, bool hasToken, int status)
    {
        var reply = hasToken ? await Server.SendAsync(method, path) : await Server.SendAsync(method, path, null, static _ => { });

        reply.ShouldBe(status);
        reply.Header("X-RateLimit-Limit").ShouldBe("300");
        reply.Header("X-RateLimit-Remaining").ShouldBe("299");
        long.Parse(reply.Header("X-RateLimit-Reset")!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(Server.Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_burst_ends_and_the_bucket_fills_again()
    {
        for (var request = 0; request < 50; request++)
            (await Server.GetAsync("/api/v1/health")).ShouldBe(200);

        var refused = (await Server.GetAsync("/api/v1/health")).ShouldBeRefused(429, "rate_limited");
        refused.Header("Retry-After").ShouldBe("1");
        refused.Header("X-RateLimit-Limit").ShouldBe("300");

        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var request = 0; request < 5; request++)
            (await Server.GetAsync("/api/v1/health")).ShouldBe(200);
        (await Server.GetAsync("/api/v1/health")).ShouldBe(429);
    }

    [Fact]
    public async Task A_preflight_does_not_count()
    {
        for (var request = 0; request < 60; request++)
            (await PreflightAsync("http://127.0.0.1:3210")).ShouldBe(204);
    }

    private Task<Reply> PreflightAsync(string origin) => Server.SendAsync("OPTIONS", "/api/v1/health", null, request =>
    {
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
    });
}
