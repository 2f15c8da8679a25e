using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Http;

public sealed class CorsTests : ServerTest
{
    private const string Listed = "http://127.0.0.1:3210";

    [Fact]
    public async Task A_preflight_of_a_listed_origin_is_answered_without_credentials()
    {
        var reply = (await SendAsync("OPTIONS", Listed)).ShouldBe(204);

        reply.Header("Access-Control-Allow-Origin").ShouldBe(Listed);
        reply.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        reply.Header("Access-Control-Allow-Methods").ShouldBe("GET, POST, PUT, PATCH, DELETE, OPTIONS");
        reply.Header("Access-Control-Allow-Headers").ShouldBe("Authorization, Content-Type, X-Akshi-Csrf, Last-Event-ID");
        reply.Header("Vary").ShouldBe("Origin");
    }

    [Theory]
    [InlineData("http://localhost:3210")]
    [InlineData("http://127.0.0.1:3211")]
    [InlineData("null")]
    public async Task Another_origin_gets_no_headers(string origin)
    {
        foreach (var method in new[] { "OPTIONS", "GET" })
        {
            var reply = await SendAsync(method, origin);

            reply.Header("Access-Control-Allow-Origin").ShouldBeNull();
            reply.Header("Access-Control-Allow-Credentials").ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_listed_origin_may_read_answers_and_their_limits()
    {
        var reply = (await SendAsync("GET", Listed)).ShouldBe(200);

        reply.Header("Access-Control-Allow-Origin").ShouldBe(Listed);
        reply.Header("Access-Control-Expose-Headers")!.ShouldContain("X-RateLimit-Remaining");
    }

    private Task<Reply> SendAsync(string method, string origin) => Server.SendAsync(method, "/api/v1/health", null, request =>
    {
        request.Headers.Add("Origin", origin);
        if (method == "OPTIONS")
            request.Headers.Add("Access-Control-Request-Method", "GET");
    });
}
